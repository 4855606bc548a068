import type {Recovery} from '../config/experiment.ts';

/** What one thread takes for each run of a recovered law, microseconds: the fit from its grid of starts, and one resample. */
interface Cost {
  readonly fit: number;
  readonly resample: number;
}

/** What a form takes that is not among `COSTS`. */
const USUAL: Cost = {fit: 300, resample: 8};

/** Forms that differ from the usual; all measured on the recoveries of configs/ and rounded up, for estimates of time only: they differ between machines. */
const COSTS: Readonly<Record<string, Cost>> = {
  'chinchilla-warmup': {fit: 550, resample: 7},
  du2024: {fit: 700, resample: 6},
  henighan: {fit: 300, resample: 16},
  'kaplan-d': {fit: 100, resample: 6},
  'kaplan-c': {fit: 90, resample: 6},
  kaplan: {fit: 250, resample: 13},
  'kaplan-s': {fit: 160, resample: 3},
  'kaplan-training': {fit: 1500, resample: 60},
  bnsl: {fit: 5200, resample: 35},
  quanta: {fit: 1700, resample: 67},
};

/** Estimated seconds that one thread takes to fit the recovered laws of one replicate. */
export function recoverySeconds(recover: readonly Pick<Recovery, 'fit' | 'population' | 'resamples'>[]): number {
  const micro = recover.map(({fit, population: {runs}, resamples}) => {
    const cost = COSTS[fit] ?? USUAL;
    return runs.length * (cost.fit + resamples * cost.resample);
  });
  return micro.reduce((sum, one) => sum + one, 0) / 1e6;
}
