import {setImmediate} from 'node:timers/promises';
import {wordData} from '../../config/nearest.ts';
import {DEFAULTS} from '../../config/schema/config.ts';
import {resampledTheta, resampleKey} from '../../inference/lawFit/bootstrap.ts';
import {lawData} from '../../inference/lawFit/data.ts';
import {lawFinding} from '../../inference/lawFit/finding.ts';
import {fitLaw, type LawFit} from '../../inference/lawFit/fit.ts';
import type {Fittable} from '../../inference/lawFit/fittable.ts';
import {FITTABLES} from '../../inference/lawFit/forms/registry.ts';
import {Fault} from '../../numeric/fault.ts';
import {lawFitText} from '../../report/lawFitText.ts';
import {fill} from '../../report/words/fill.ts';
import {LAW_FIT_WORDS} from '../../report/words/lawFit.ts';
import type {Effects} from '../effects.ts';
import {openTableFile} from '../judge/open.ts';
import {resamplesOf} from '../judge/request.ts';
import {lawColumns} from '../lawFit/columns.ts';
import {readLawTable} from '../lawFit/read.ts';
import {coloursOf} from '../terminal/colours.ts';
import {progress} from '../terminal/progress.ts';
import type {FitOptions} from './options.ts';

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

/** Fits a law to a table of runs and prints it, with --json for machines; returns 0. Throws Fault with its exit code. */
export async function fit(options: FitOptions, effects: Effects): Promise<number> {
  const {language, json, quiet} = options;
  const fittable = fittableOf(options.law);
  const seed = options.seed ?? DEFAULTS.seed;
  const resamples = options.resamples === undefined ? RESAMPLES : resamplesOf(options.resamples);
  const reader = await openTableFile(options.table, effects.cwd);
  const columns = lawColumns(fittable, options, reader.columns);
  const {rows, kept} = await readLawTable(reader, columns, effects.signal);
  const fitted = fitLaw(fittable, lawData(kept));
  const finding = lawFinding(fitted, await resamplesOfFit(fitted, {resamples, seed}, options, effects));
  if (json) effects.stdout.write(`${JSON.stringify({...finding, seed}, null, 2)}\n`);
  else if (!quiet) {
    const {bold} = coloursOf(effects.stdout, effects);
    effects.stdout.write(lawFitText(finding, {language, rows, seed, bold}));
  }
  return 0;
}
