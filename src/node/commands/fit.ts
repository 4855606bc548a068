import {mkdir} from 'node:fs/promises';
import {basename, isAbsolute, join, relative} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {wordData} from '../../config/nearest.ts';
import {DEFAULTS} from '../../config/schema/config.ts';
import {resampledTheta, resampleKey} from '../../inference/lawFit/bootstrap.ts';
import {lawData} from '../../inference/lawFit/data.ts';
import {lawEvidence} from '../../inference/lawFit/evidence.ts';
import {type LawFinding, lawFinding} from '../../inference/lawFit/finding.ts';
import {fitLaw, type LawFit} from '../../inference/lawFit/fit.ts';
import type {Fittable} from '../../inference/lawFit/fittable.ts';
import {FITTABLES} from '../../inference/lawFit/forms/registry.ts';
import {fittedRows} from '../../inference/lawFit/rows.ts';
import {Fault} from '../../numeric/fault.ts';
import {lawPlotLines} from '../../report/law/plot.ts';
import type {LawStudy} from '../../report/law/study.ts';
import {lawFitText} from '../../report/law/text.ts';
import {fill} from '../../report/words/fill.ts';
import {LAW_FIT_WORDS} from '../../report/words/lawFit.ts';
import {TERMINAL_WORDS} from '../../report/words/terminal.ts';
import type {Effects} from '../effects.ts';
import {askedOf, baseName, commandText, folderHash} from '../judge/asked.ts';
import {openTableFile} from '../judge/open.ts';
import {resamplesOf} from '../judge/request.ts';
import {quoted} from '../judge/text.ts';
import {lawColumns} from '../lawFit/columns.ts';
import {type LawTable, readLawTable} from '../lawFit/read.ts';
import {FIT_FILE, rowsHash, type StoredFit} from '../lawFit/stored.ts';
import {type Draft, onDisk, openDraft} from '../output/folder.ts';
import {jsonText, writeText} from '../output/publish.ts';
import {coloursOf} from '../terminal/colours.ts';
import {progress} from '../terminal/progress.ts';
import {version} from '../version.ts';
import type {FitOptions} from './options.ts';
import {writeLawReport} from './report.ts';
import {type Seconds, timed} from './seconds.ts';

/** Resamples where none are asked for: percentiles of 2.5 % rest on 25 of them. */
const RESAMPLES = 1000;
/** Resamples between two looks at the signal. */
const PORTION = 10;

function fittableOf(name: string | undefined): Fittable {
  const names = FITTABLES.map(({law}) => law.name);
  if (name === undefined) throw new Fault('fit-law-missing', {allowed: names});
  const found = FITTABLES.find(({law}) => law.name === name);
  if (!found) throw new Fault('fit-law', wordData(name, names));
  return found;
}

/** Resamples of a fit, with a progress bar; an interruption ends them. */
async function resamplesOfFit(
  fit: LawFit,
  {resamples, seed}: {readonly resamples: number; readonly seed: string},
  {language, quiet}: FitOptions,
  effects: Effects,
): Promise<Float64Array[]> {
  const bar = progress(effects, fill(LAW_FIT_WORDS.resampling, language), language);
  const key = resampleKey(seed);
  const draws: Float64Array[] = [];
  try {
    while (draws.length < resamples) {
      draws.push(resampledTheta(fit, key, draws.length));
      if (draws.length % PORTION > 0) continue;
      if (!quiet) bar.update(draws.length, resamples);
      await setImmediate();
      effects.signal.throwIfAborted();
    }
  } finally {
    bar.end();
  }
  return draws;
}

/** Runs a step over a table; a Fault of its cells or rows then names the file. */
async function naming<T>(file: string, step: () => Promise<T> | T): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(error.code, {file: quoted(file), ...error.data}, error.exit);
  }
}

/** The study of a fit: its finding, and everything that figures show. */
async function studyOf(
  fitted: LawFit,
  finding: LawFinding,
  {rows, kept, incomplete}: LawTable,
  draws: readonly Float64Array[],
  {options, seconds, cwd}: {readonly options: FitOptions; readonly seconds: Seconds; readonly cwd: string},
): Promise<LawStudy> {
  const {table, seed = DEFAULTS.seed} = options;
  return {
    manifest: {
      name: basename(targetOf(options, cwd)),
      version: await version(),
      seed,
      configHash: folderHash(table, cwd, 'fitted'),
      resultHash: rowsHash(kept),
      workers: 1,
      counts: {},
      seconds,
    },
    table: {file: baseName(table, cwd), command: commandText(askedOf(options, cwd), 'fit'), rows, incomplete},
    finding,
    evidence: lawEvidence(fitted, draws, kept, finding),
  };
}

/** Writes report, figures and numbers of a fit into its draft and publishes it. */
async function publish(study: LawStudy, draft: Draft, options: FitOptions, effects: Effects): Promise<void> {
  const {manifest, finding, table, evidence} = study;
  const stored: StoredFit = {...finding, seed: manifest.seed, table, evidence};
  await writeLawReport(study, draft.path, options, {seconds: manifest.seconds as Seconds, effects});
  await onDisk(draft.path, () => mkdir(join(draft.path, 'findings')));
  await writeText(draft.path, FIT_FILE, jsonText(stored));
  await writeText(draft.path, 'manifest.json', jsonText(manifest));
  effects.signal.throwIfAborted();
  await draft.publish();
}

/** What a person reads: the table of parameters, a small plot of the residuals, and where the report is. */
function endingOf(fitted: LawFit, finding: LawFinding, read: LawTable, options: FitOptions, effects: Effects): string {
  const {language, out, seed = DEFAULTS.seed} = options;
  const {stdout, cwd} = effects;
  const {bold, dim} = coloursOf(stdout, effects);
  const path = join(relative(cwd, targetOf(options, cwd)) || '.', 'report.html');
  return `${[
    lawFitText(finding, {language, rows: read.rows, incomplete: read.incomplete, seed, bold}),
    ...lawPlotLines(fittedRows(fitted, read.kept).rows, {language, width: stdout.columns, dim}),
    ...(out === undefined ? [] : ['', fill(TERMINAL_WORDS.report, language, {path})]),
  ].join('\n')}\n`;
}

function targetOf({out = ''}: FitOptions, cwd: string): string {
  return isAbsolute(out) ? out : join(cwd, out);
}

/**
 * Fits a law to a table of runs and prints it, with --json for machines; with --out also writes a report, whole or not at all. Returns 0.
 * Throws Fault with its exit code.
 */
export async function fit(options: FitOptions, effects: Effects): Promise<number> {
  const {json, quiet, table, out, seed = DEFAULTS.seed} = options;
  const {stdout, cwd, signal} = effects;
  const fittable = fittableOf(options.law);
  const seconds: Seconds = {};
  const resamples = options.resamples === undefined ? RESAMPLES : resamplesOf(options.resamples);
  const reader = await openTableFile(table, cwd);
  const columns = lawColumns(fittable, options, reader.columns);
  const read = await naming(table, () => readLawTable(reader, columns, signal));
  const fitted = await naming(table, () => fitLaw(fittable, lawData(read.kept)));
  const draft = out === undefined ? null : await openDraft(targetOf(options, cwd), folderHash(table, cwd, 'fitted'));
  try {
    const draws = await timed(seconds, 'fit', effects, () =>
      resamplesOfFit(fitted, {resamples, seed}, options, effects),
    );
    const finding = lawFinding(fitted, draws);
    if (draft)
      await publish(await studyOf(fitted, finding, read, draws, {options, seconds, cwd}), draft, options, effects);
    if (json) stdout.write(`${JSON.stringify({...finding, seed}, null, 2)}\n`);
    else if (!quiet) stdout.write(endingOf(fitted, finding, read, options, effects));
  } finally {
    await draft?.discard();
  }
  return 0;
}
