import {cp} from 'node:fs/promises';
import {basename, isAbsolute, join, normalize} from 'node:path';
import {Fault} from '../../numeric/fault.ts';
import {makeStudy} from '../../report/makeStudy.ts';
import {makeTableStudy} from '../../report/makeTableStudy.ts';
import type {Manifest, ScoreRow, Study} from '../../report/study.ts';
import type {Effects} from '../effects.ts';
import {rowsOfTable} from '../judge/scores.ts';
import {readStored} from '../judge/stored.ts';
import {readFit} from '../lawFit/stored.ts';
import {loadExperiment} from '../load.ts';
import {onDisk, openDraft} from '../output/folder.ts';
import {jsonText} from '../output/publish.ts';
import {readRun} from '../output/read.ts';
import {SCORECARD} from '../output/scorecard.ts';
import {paperPoints} from '../reference.ts';
import {endingOf} from './deliver.ts';
import type {FiguresOptions} from './options.ts';
import {writeLawReport, writeReport} from './report.ts';

/** What is drawn anew; everything else of a run is kept. */
const REDRAWN = new Set(['figures', 'report.html', 'report.md', SCORECARD]);

/** Reads a finished run as a study; throws Fault `run-missing`, or `run-damaged` where its files do not belong together. */
async function studyIn(folder: string, cwd: string): Promise<Study> {
  const {manifest, findings, scores, trajectories, replicates} = await readRun(folder);
  const stored = await readStored(folder);
  if (stored) {
    const {configHash, table, benchmarks, metrics} = stored;
    if (configHash !== manifest.configHash) {
      throw new Fault('run-damaged', {path: folder, reason: 'judge.json is not the one of manifest.json'});
    }
    const rows: ScoreRow[] = [];
    for await (const piece of scores?.pieces() ?? []) for (const row of rowsOfTable(piece)) rows.push(row);
    return makeTableStudy({table, benchmarks, metrics, manifest, findings, scores: rows});
  }
  const {experiment, configHash} = await loadExperiment(join(folder, 'experiment.yaml'), {sets: []}, cwd);
  if (configHash !== manifest.configHash) {
    throw new Fault('run-damaged', {path: folder, reason: 'experiment.yaml is not the one of manifest.json'});
  }
  if (!trajectories) throw new Fault('run-damaged', {path: folder, reason: 'tables/trajectories.parquet is missing'});
  const paper = await paperPoints();
  return makeStudy({experiment, manifest, findings, scores, trajectories, replicates, paper});
}

/** Puts newly written figures and reports in the place of those of a finished folder. */
async function redraw(folder: string, {configHash}: Manifest, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = await openDraft(folder, configHash);
  try {
    const kept = (path: string) => path === folder || !REDRAWN.has(basename(path));
    await onDisk(folder, () => cp(folder, draft.path, {recursive: true, filter: kept}));
    await write(draft.path);
    await draft.publish();
  } finally {
    await draft.discard();
  }
}

/** Redraws the figures and both reports of a finished run, or of a fitted law, from its tables and findings; returns 0. */
export async function figures(options: FiguresOptions, effects: Effects): Promise<number> {
  const {directory, quiet, json} = options;
  const folder = normalize(isAbsolute(directory) ? directory : join(effects.cwd, directory)).replace(/[/\\]$/, '');
  const watching = {seconds: {}, effects};
  const law = await readFit(folder);
  if (law) {
    await redraw(folder, law.manifest, (draft) => writeLawReport(law, draft, options, watching));
    if (json) effects.stdout.write(jsonText({directory: folder, ...law.manifest}));
    return 0;
  }
  const study = await studyIn(folder, effects.cwd);
  await redraw(folder, study.manifest, (draft) => writeReport(study, draft, options, watching));
  if (!quiet || json) effects.stdout.write(endingOf(study, folder, options, effects));
  return 0;
}
