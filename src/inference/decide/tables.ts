import type {Key} from '../../numeric/stream.ts';
import {streamAt} from '../../numeric/stream.ts';
import type {Curve, Points} from '../curve.ts';
import {type Dependence, multipliers} from '../smoothNull/bootstrap.ts';

/** What simulated tables share with the table that was judged. */
export interface TableDesign {
  readonly points: Points;
  readonly dependence: Dependence;
  /** Standard deviation of each value. */
  readonly sd: Float64Array;
  /** What the metric is. */
  readonly metric: Pick<Curve, 'chance' | 'direction' | 'continuous' | 'calibration'>;
}

/** A design that is simulated: so many times the points, with the noise divided. */
export interface Effort {
  readonly points: number;
  readonly noise: number;
}

/** Where the random numbers of one table come from. */
export interface TableAddress {
  readonly key: Key;
  readonly replicate: number;
  readonly name: number;
  readonly truth: number;
}

/**
 * Simulates the curve of one table around a mean. More points are more runs: each run comes `points` times with checkpoints at the same
 * losses and noise of its own, normal and AR(1) along a run. Standard errors shrink with the noise.
 */
export function simulatedCurve(
  {points, dependence, sd, metric}: TableDesign,
  mean: Float64Array,
  effort: Effort,
  {key, replicate, name, truth}: TableAddress,
): Curve {
  const {x, standardError} = points;
  const draw = multipliers('parametric', dependence, x.length);
  // A run stands in training order, so that its neighbours are found again.
  const rows = dependence.runs.flatMap((run, k) => Array.from(run, (place) => ({place, run: k})));
  const size = effort.points * rows.length;
  const [loss, value, errors] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const run = new Int32Array(size);
  for (let copy = 0; copy < effort.points; copy++) {
    const z = draw(streamAt(key, [replicate, name, truth, copy]));
    rows.forEach((row, i) => {
      const at = copy * rows.length + i;
      loss[at] = x[row.place]!;
      value[at] = mean[row.place]! + (sd[row.place]! * z[row.place]!) / effort.noise;
      run[at] = copy * dependence.runs.length + row.run;
      if (standardError) errors[at] = standardError[row.place]! / effort.noise;
    });
  }
  return {...metric, loss, value, run, standardError: standardError && errors, params: null, compute: null};
}
