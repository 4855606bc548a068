import type {Plan} from '../engine/plan.ts';
import {type ReplicateRecord, recordedCurve, recordedOn} from '../engine/record.ts';
import {curveKeys} from '../engine/scores.ts';
import {compute} from '../science/run.ts';
import type {CurveInput} from './summary.ts';

/** Every curve of one replicate of a simulated study, as an estimator sees it: against the measured loss, on the axis of its world. */
export function curveInputs(plan: Plan, record: ReplicateRecord): CurveInput[] {
  const {worlds, benchmarks, population} = plan.experiment;
  const run = Int32Array.from(plan.points, (point) => point.run);
  const params = Float64Array.from(plan.points, (point) => population.runs[point.run]!.params);
  const spent = Float64Array.from(plan.points, ({tokens}, i) => compute(params[i]!, tokens));
  const losses = worlds.map(({axis = 'loss'}) => recordedOn(plan, record, axis));
  return curveKeys(plan.experiment).map((key, index) => {
    const benchmark = benchmarks[key.benchmark]!;
    const {metric} = key;
    return {
      world: worlds[key.world]!.name,
      benchmark: benchmark.name,
      metric: metric.name,
      curve: {
        loss: losses[key.world]!,
        ...recordedCurve(plan, record, index),
        run,
        chance: metric.chance(benchmark),
        direction: metric.direction,
        continuous: metric.continuous,
        calibration: metric.calibration,
        params,
        compute: spent,
        // Scores that count whole questions right.
        trials:
          metric.percent && !metric.continuous && !metric.attempts
            ? new Float64Array(plan.points.length).fill(benchmark.questions)
            : null,
      },
    };
  });
}
