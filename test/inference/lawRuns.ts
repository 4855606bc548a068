import type {LawRow} from '../../src/inference/lawFit/data.ts';
import type {LawFit} from '../../src/inference/lawFit/fit.ts';
import {FITTABLES} from '../../src/inference/lawFit/forms/registry.ts';
import {leastSquares} from '../../src/numeric/leastSquares.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import type {Values} from '../../src/science/parameter.ts';

/** The fittable law of a name. */
export function fittableNamed(name: string) {
  return FITTABLES.find(({law}) => law.name === name)!;
}

/** Standard errors of the free numbers of a fit at a truth, where ln L has normal noise of sd `noise`: roots of the diagonal of noise^2 (J' J)^-1. */
export function theoryErrors({model, free}: LawFit, truth: Float64Array, noise: number): number[] {
  const slopes = new Float64Array(model.count * truth.length);
  model.evaluate(truth, new Float64Array(model.count), slopes);
  const columns = free.map((k) => Float64Array.from({length: model.count}, (_, i) => slopes[i * truth.length + k]!));
  const {inverse} = leastSquares(columns, new Float64Array(model.count));
  return free.map((_, k) => noise * Math.sqrt(inverse[k * free.length + k]!));
}

/** A plan of simulated runs: sizes and tokens span factors of ten from these on. */
export interface Plan {
  readonly N: number;
  readonly D: number;
  readonly scheduled?: boolean;
}

/** 8 sizes by 12 budgets over three and four factors of ten, with normal noise of sd `noise` on ln L from a stream of its own. */
export function simulatedRuns(name: string, truth: Values, plan: Plan, noise: number, replicate = 0): LawRow[] {
  const law = fittableNamed(name).law.build(truth);
  const draws = normals(streamAt(streamKey(name, 'runs of a law'), [replicate, 0, 0, 0]), 96);
  return Array.from({length: 96}, (_, at) => {
    const [i, j] = [at % 8, Math.floor(at / 8)];
    const [N, D] = [plan.N * 10 ** ((3 * i) / 7), plan.D * 10 ** ((4 * j) / 11)];
    const S = D / 5e5;
    const lr = plan.scheduled ? (j % 3) / 2 : 0;
    return {
      N,
      D,
      S,
      C: 6 * N * D,
      lr,
      loss: law({N, Nne: N, D, S, U: Number.POSITIVE_INFINITY, lr}) * Math.exp(noise * draws[at]!),
    };
  });
}

/** 40 runs of Chinchilla's law with 20 tokens a parameter throughout, N over three factors of ten, with normal noise of sd 0.01 on ln L. */
export function rayRuns(replicate: number): LawRow[] {
  const law = fittableNamed('chinchilla').law.build({E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28, delta: 0});
  const draws = normals(streamAt(streamKey('chinchilla', 'runs on a ray'), [replicate, 0, 0, 0]), 40);
  return Array.from({length: 40}, (_, i) => {
    const N = 1e7 * 10 ** ((3 * i) / 39);
    const run = {N, D: 20 * N, S: Number.NaN, C: 120 * N * N, lr: 0};
    return {...run, loss: law({...run, Nne: N, U: Number.POSITIVE_INFINITY}) * Math.exp(0.01 * draws[i]!)};
  });
}
