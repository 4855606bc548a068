import {join, relative} from 'node:path';
import {setFlagsFromString} from 'node:v8';
import {designOf} from '../../config/design.ts';
import type {Experiment} from '../../config/experiment.ts';
import {writeConfig} from '../../config/write.ts';
import {plantedTruth} from '../../engine/plantedTruth.ts';
import {scoreTable, trajectoryTable} from '../../engine/tables.ts';
import {joinFindings, type KnownTruth} from '../../inference/analyse.ts';
import type {Findings} from '../../inference/findings.ts';
import {findingsTable} from '../../inference/findingsTable.ts';
import {recoveryFindings, recoveryTable} from '../../inference/recovery/finding.ts';
import {inOnePiece, type LongTable} from '../../numeric/table.ts';
import {makeStudy} from '../../report/makeStudy.ts';
import type {Manifest, Study} from '../../report/study.ts';
import {terminalEnding} from '../../report/terminal.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import type {Effects} from '../effects.ts';
import type {Loaded} from '../load.ts';
import {longReplicates, storedTable} from '../output/longTables.ts';
import {jsonText, writeText} from '../output/publish.ts';
import {writeTable} from '../output/tables.ts';
import {paperPoints} from '../reference.ts';
import {gather, type StoredStudy} from '../store/study.ts';
import {coloursOf} from '../terminal/colours.ts';
import {tellLine, working} from '../terminal/progress.ts';
import type {Watching} from './conduct.ts';
import type {CommonOptions, RunOptions} from './options.ts';
import {writeReport} from './report.ts';
import {timed} from './seconds.ts';

/** A run that has been computed and is to be written to `folder`, which becomes `target`. */
export interface Delivery {
  readonly loaded: Loaded;
  readonly stored: StoredStudy;
  readonly workers: number;
  readonly folder: string;
  readonly target: string;
}

/** What the terminal says at the end, or the manifest as JSON for machines. */
export function endingOf(study: Study, target: string, {language, json}: CommonOptions, effects: Effects): string {
  if (json) return jsonText({directory: target, ...study.manifest});
  const {stdout, cwd} = effects;
  return terminalEnding(study, {
    language,
    width: stdout.columns,
    colour: coloursOf(stdout, effects),
    report: join(relative(cwd, target) || '.', 'report.html'),
  });
}

/** Cells of a study for which memory counts more than a tenth of the time that figures take. */
const LARGE = 2e5;

/** Whether memory counts for a study, or for several together, of so many cells. */
export function isLarge(cells: number): boolean {
  return cells > LARGE;
}

/** Keeps the heap small from now on: the engine looks at this flag whenever it decides how far the heap may grow. */
function saveMemory(): void {
  setFlagsFromString('--optimize-for-size');
}

/** What every world knows of every benchmark, where it knows anything. */
function truthsOf(experiment: Experiment): KnownTruth[] {
  return experiment.worlds.flatMap((world) =>
    experiment.benchmarks.flatMap((benchmark) => {
      const truth = plantedTruth(experiment, world, benchmark);
      return truth ? [{world: world.name, benchmark: benchmark.name, ...truth}] : [];
    }),
  );
}

/** Reads all parts of a study and joins what they say. */
async function judgeAll(stored: StoredStudy, signal: AbortSignal) {
  const {experiment} = stored.plan;
  const {groups, summaries, resultHash} = await gather(stored, signal);
  const {recover} = experiment;
  const laws = summaries.flatMap(({recovered}) => (recovered ? [recovered] : []));
  const findings: Findings = {
    ...joinFindings(groups, {summaries, truths: truthsOf(experiment), rule: experiment.verdict}),
    ...(recover ? recoveryFindings(recover, laws) : {}),
  };
  const scored = experiment.benchmarks.length > 0;
  return {findings, resultHash, replicates: scored ? longReplicates(summaries) : null};
}

/** Writes the tables, the config and the findings; the long tables can be read again. */
async function writeNumbers(
  {loaded, stored, folder}: Delivery,
  {findings, replicates}: {findings: Findings; replicates: LongTable | null},
  {language, quiet}: Options,
  effects: Effects,
) {
  const {signal} = effects;
  const trajectories = storedTable(trajectoryTable(stored.plan), stored, signal);
  const scores = replicates && storedTable(scoreTable(stored.plan), stored, signal);
  const ofScores = replicates && scores ? [scores, inOnePiece(findingsTable(findings)), replicates] : [];
  const ofLaws = findings.recovery ? [inOnePiece(recoveryTable(findings.recovery))] : [];
  for (const table of [trajectories, ...ofScores, ...ofLaws]) {
    const shortened = await writeTable(folder, table);
    if (shortened && !quiet) tellLine(effects, fill(PRINTED.parquetOnly, language, {table: table.name}));
  }
  await writeText(folder, 'experiment.yaml', writeConfig(loaded.config, loaded.experiment));
  await writeText(folder, 'findings.json', jsonText(findings));
  return {trajectories, scores};
}

type Options = CommonOptions & Pick<RunOptions, 'formats' | 'quiet'>;

/** Reads all parts and writes every number; what only that needs is free again when the figures are drawn. */
async function studyOf(delivery: Delivery, options: Options, {seconds, effects}: Watching): Promise<Study> {
  const {loaded, stored, workers} = delivery;
  const {experiment, configHash} = loaded;
  const judged = await timed(seconds, 'hash', effects, () => judgeAll(stored, effects.signal));
  const {findings, resultHash, replicates} = judged;
  const manifest: Manifest = {
    name: experiment.name,
    version: stored.stamp.version,
    seed: experiment.seed,
    configHash,
    resultHash,
    workers,
    counts: designOf(experiment),
    seconds,
  };
  const paper = await paperPoints();
  return timed(seconds, 'tables', effects, async () => {
    const tables = await writeNumbers(delivery, judged, options, effects);
    return makeStudy({experiment, manifest, findings, ...tables, replicates, paper});
  });
}

/** Writes everything of the output contract; returns what the terminal says at the end. Throws Fault `part-missing` or `part-damaged`. */
export async function deliver(delivery: Delivery, options: Options, watching: Watching): Promise<string> {
  const {folder, target, stored} = delivery;
  const {effects} = watching;
  if (isLarge(stored.plan.cells)) saveMemory();
  const told = options.quiet ? () => {} : working(effects, fill(PRINTED.writing, options.language));
  try {
    const study = await studyOf(delivery, options, watching);
    await writeReport(study, folder, options, watching);
    await writeText(folder, 'manifest.json', jsonText(study.manifest));
    return endingOf(study, target, options, effects);
  } finally {
    told();
  }
}
