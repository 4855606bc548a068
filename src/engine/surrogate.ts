import {STATISTICS} from '../science/metric.ts';
import {LAW_WIDTH} from '../science/surrogate/grid.ts';
import {DRAWN} from '../science/surrogate/panel.ts';
import {needsExtended} from './answers.ts';
import {writeMeans} from './drawnMeans.ts';
import {lastOf} from './lastOf.ts';
import {type Plan, valuesPerCell} from './plan.ts';
import {stretches} from './stretch.ts';
import type {Trajectory} from './trajectory.ts';

/**
 * Fills cells from the joint normal law of the means over questions: the fidelity `surrogate`. Checkpoints share the question effects
 * of their benchmark and replicate, worlds share every draw of a cell; the number of right answers has its binomial law.
 */
export function surrogate(
  plan: Plan,
  trajectory: (replicate: number) => Trajectory,
): (from: number, to: number, out: Float64Array) => void {
  const {experiment, points} = plan;
  const {runs} = experiment.population;
  const benchmarks = experiment.benchmarks.length;
  const count = needsExtended(experiment) ? DRAWN.length : 3;
  const stretchAt = lastOf(stretches(plan, trajectory, count));
  const width = valuesPerCell(plan);
  const filled = new Float64Array(LAW_WIDTH);
  return (from, to, out) => {
    let index = from;
    while (index < to) {
      const group = Math.floor(index / points.length);
      const {run, checkpoint} = points[index - group * points.length]!;
      const {benchmark, law, worlds} = stretchAt(Math.floor(group / benchmarks), group % benchmarks, run);
      const end = Math.min(to, index + runs[run]!.checkpoints.length - checkpoint);
      for (let w = 0; w < worlds.length; w++) {
        const cells = worlds[w]!;
        for (let i = index; i < end; i++) {
          law.fill(cells, checkpoint + i - index, filled);
          writeMeans(filled, benchmark.questions, count, out, (i - from) * width + w * STATISTICS.length);
        }
      }
      index = end;
    }
  };
}
