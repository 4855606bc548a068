import type {Plan} from '../engine/plan.ts';
import {curveKeys, readCurve} from '../engine/scores.ts';
import type {Trajectory} from '../engine/trajectory.ts';
import {compute} from '../science/run.ts';
import type {CurveInput} from './summary.ts';

/** Every curve of one replicate of a simulated study, as an estimator sees it: against the measured loss. */
export function curveInputs(plan: Plan, values: Float64Array, {observed}: Trajectory, replicate: number): CurveInput[] {
  const {worlds, benchmarks, population} = plan.experiment;
  const run = Int32Array.from(plan.points, (point) => point.run);
  const params = Float64Array.from(plan.points, (point) => population.runs[point.run]!.params);
  const spent = Float64Array.from(plan.points, ({tokens}, i) => compute(params[i]!, tokens));
  return curveKeys(plan.experiment).map((key) => {
    const scores = readCurve(plan, values, replicate, key);
    const benchmark = benchmarks[key.benchmark]!;
    const {metric} = key;
    return {
      world: worlds[key.world]!.name,
      benchmark: benchmark.name,
      metric: metric.name,
      curve: {
        loss: observed,
        value: Float64Array.from(scores, (score) => score.value),
        standardError: Float64Array.from(scores, (score) => score.standardError),
        run,
        chance: metric.chance(benchmark),
        direction: metric.direction,
        continuous: metric.continuous,
        calibration: metric.calibration,
        params,
        compute: spent,
        trials: metric.percent ? new Float64Array(scores.length).fill(benchmark.questions) : null,
      },
    };
  });
}
