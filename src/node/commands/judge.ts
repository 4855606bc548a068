import {basename, isAbsolute, join} from 'node:path';
import type {Findings} from '../../inference/findings.ts';
import {findingsTable} from '../../inference/findingsTable.ts';
import {inOnePiece} from '../../numeric/table.ts';
import {makeTableStudy} from '../../report/makeTableStudy.ts';
import type {Manifest} from '../../report/study.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import {noteText} from '../../report/words/judgeNotes.ts';
import {STAGES} from '../../report/words/stages.ts';
import type {Effects} from '../effects.ts';
import {folderHash} from '../judge/asked.ts';
import {findingsChunks} from '../judge/findingsText.ts';
import {fitCurves} from '../judge/fit.ts';
import {folderName, nameOf, pointsHash, type ReadTable, readTable} from '../judge/judged.ts';
import {fitNotes, shortened} from '../judge/notes.ts';
import {scoreRows, scoreTable} from '../judge/scores.ts';
import type {StoredTable} from '../judge/stored.ts';
import {openDraft} from '../output/folder.ts';
import {jsonText, writeChunks, writeText} from '../output/publish.ts';
import {writeTable} from '../output/tables.ts';
import {warmRenderer} from '../render/warm.ts';
import {progress} from '../terminal/progress.ts';
import {version} from '../version.ts';
import {endingOf} from './deliver.ts';
import type {JudgeOptions} from './options.ts';
import {writeReport} from './report.ts';
import {type Seconds, timed} from './seconds.ts';

interface Judged extends ReadTable {
  readonly findings: Findings;
  readonly workers: number;
}

interface Place {
  /** Where files are written, and what that folder becomes. */
  readonly folder: string;
  readonly target: string;
}

/** A stage with its progress bar and its wall time. */
async function staged<T>(
  stage: 'read' | 'fit',
  {language, quiet}: JudgeOptions,
  seconds: Seconds,
  effects: Effects,
  step: (watch: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const bar = progress(effects, fill(STAGES[stage], language), language);
  try {
    return await timed(seconds, stage, effects, () => step(quiet ? () => {} : bar.update));
  } finally {
    bar.end();
  }
}

async function writeNumbers(
  {curves, asked, table, request, findings, benchmarks, metrics}: Judged,
  manifest: Manifest,
  {folder}: Place,
  {language, quiet}: JudgeOptions,
  {stderr}: Effects,
) {
  const scores = scoreRows(curves, table.runs, request.axis);
  for (const one of [scoreTable(scores), findingsTable(findings)]) {
    const shortened = await writeTable(folder, inOnePiece(one));
    if (shortened && !quiet) stderr.write(`${fill(PRINTED.parquetOnly, language, {table: one.name})}\n`);
  }
  await writeChunks(folder, 'findings.json', findingsChunks(findings));
  const stored: StoredTable = {configHash: manifest.configHash, asked, table, benchmarks, metrics};
  await writeText(folder, 'judge.json', jsonText(stored));
  return scores;
}

/** Writes everything of the output contract; returns what the terminal says at the end. */
async function deliver(judged: Judged, place: Place, seconds: Seconds, options: JudgeOptions, effects: Effects) {
  const {table, findings, workers, benchmarks, metrics, curves, request} = judged;
  const manifest: Manifest = {
    name: basename(place.target),
    version: await version(),
    seed: request.judging.seed,
    configHash: folderHash(options.table, effects.cwd),
    resultHash: pointsHash(curves),
    workers,
    counts: {runs: table.runs.length, checkpoints: table.used, benchmarks: benchmarks.length},
    seconds,
  };
  const scores = await timed(seconds, 'tables', effects, () => writeNumbers(judged, manifest, place, options, effects));
  const study = makeTableStudy({table, manifest, findings, scores, benchmarks, metrics});
  await writeReport(study, place.folder, options, {seconds, effects});
  await writeText(place.folder, 'manifest.json', jsonText(manifest));
  return options.json ? findingsChunks(findings) : [endingOf(study, place.target, options, effects)];
}

function targetOf({table, out}: JudgeOptions, cwd: string): string {
  if (out === undefined) return join(cwd, 'outputs', folderName(nameOf(table, cwd)));
  return isAbsolute(out) ? out : join(cwd, out);
}

/** Judges a table of real checkpoints and writes its report; returns 0. With --json prints the findings. Throws Fault with its exit code. */
export async function judge(options: JudgeOptions, effects: Effects): Promise<number> {
  const seconds: Seconds = {};
  const {language, json, quiet} = options;
  const target = targetOf(options, effects.cwd);
  const read = await staged('read', options, seconds, effects, (watch) => readTable(options, effects, watch));
  const draft = await openDraft(target, folderHash(options.table, effects.cwd));
  try {
    const renderer = warmRenderer();
    renderer.catch(() => {});
    const {findings, workers} = await staged('fit', options, seconds, effects, (watch) =>
      fitCurves(read.curves, read.request, {signal: effects.signal, watch, workers: options.workers}),
    );
    await renderer;
    const notes = shortened([...read.table.notes, ...fitNotes(findings)]);
    const judged = {...read, findings, workers, table: {...read.table, notes}};
    const ending = await deliver(judged, {folder: draft.path, target}, seconds, options, effects);
    effects.signal.throwIfAborted();
    await draft.publish();
    // The ending tells the notes to people.
    if (json && !quiet) {
      for (const {code, data} of notes) effects.stderr.write(`${noteText(code, data, language)}\n`);
    }
    if (json || !quiet) for (const text of ending) effects.stdout.write(text);
  } finally {
    await draft.discard();
  }
  return 0;
}
