import {join, relative} from 'node:path';
import {writeConfig} from '../../config/write.ts';
import {scoreTable, trajectoryTable} from '../../engine/tables.ts';
import {findingsTable} from '../../inference/findingsTable.ts';
import {makeStudy} from '../../report/makeStudy.ts';
import {reportMarkdown} from '../../report/markdown.ts';
import type {Manifest, Study} from '../../report/study.ts';
import {terminalEnding} from '../../report/terminal.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import type {Effects} from '../effects.ts';
import type {Loaded} from '../load.ts';
import {jsonText, writePictures, writeTable, writeText} from '../output/publish.ts';
import {paperPoints} from '../reference.ts';
import {drawAll, type Format} from '../render/draw.ts';
import {renderPage} from '../render/page.ts';
import {coloursOf} from '../terminal/colours.ts';
import {version} from '../version.ts';
import {type Conducted, countsOf, type Seconds, timed} from './conduct.ts';
import type {CommonOptions, RunOptions} from './options.ts';

/** A run that has been computed and is to be written to `folder`, which becomes `target`. */
export interface Delivery {
  readonly loaded: Loaded;
  readonly conducted: Conducted;
  readonly seconds: Seconds;
  readonly folder: string;
  readonly target: string;
}

/** Writes figures and both reports of a study into a folder. */
export async function writeReport(
  study: Study,
  folder: string,
  {language, formats}: Pick<RunOptions, 'language' | 'formats'>,
  {seconds, effects}: {seconds: Seconds; effects: Effects},
): Promise<void> {
  const kinds = [...new Set<Format>(['vl.json', ...(formats as Format[])])];
  const pictures = await timed(seconds, 'figures', effects, async () => {
    const drawn = await drawAll(study, language, kinds);
    await writePictures(folder, drawn);
    return drawn;
  });
  await timed(seconds, 'report', effects, async () => {
    await writeText(folder, 'report.html', await renderPage(study, pictures, language));
    const drawings = pictures.map(({drawing}) => drawing);
    await writeText(folder, 'report.md', reportMarkdown(study, drawings, language));
  });
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

async function writeNumbers({loaded, conducted, folder}: Delivery, {language, quiet}: RunOptions, effects: Effects) {
  const {plan, values, trajectory, findings, replicates} = conducted;
  const scores = scoreTable(plan, values, trajectory);
  for (const table of [trajectoryTable(plan, trajectory), scores, findingsTable(findings), replicates]) {
    const shortened = await writeTable(folder, table);
    if (shortened && !quiet) effects.stderr.write(`${fill(PRINTED.parquetOnly, language, {table: table.name})}\n`);
  }
  await writeText(folder, 'experiment.yaml', writeConfig(loaded.config, loaded.experiment));
  await writeText(folder, 'findings.json', jsonText(findings));
  return scores;
}

/** Writes everything of the output contract; returns what the terminal says at the end. */
export async function deliver(delivery: Delivery, options: RunOptions, effects: Effects): Promise<string> {
  const {loaded, conducted, seconds, folder, target} = delivery;
  const {experiment, configHash} = loaded;
  const scores = await timed(seconds, 'tables', effects, () => writeNumbers(delivery, options, effects));
  const manifest: Manifest = {
    name: experiment.name,
    version: await version(),
    seed: experiment.seed,
    configHash,
    resultHash: conducted.resultHash,
    workers: conducted.workers,
    counts: countsOf(experiment),
    seconds,
  };
  const paper = await paperPoints();
  const {findings, replicates} = conducted;
  const study = makeStudy({experiment, manifest, findings, scores, replicates, paper});
  await writeReport(study, folder, options, {seconds, effects});
  await writeText(folder, 'manifest.json', jsonText(manifest));
  return endingOf(study, target, options, effects);
}
