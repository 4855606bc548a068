import type {Experiment, WorldChoice} from '../config/experiment.ts';
import type {Benchmark} from '../science/benchmark.ts';
import {truthOf} from '../science/curves/registry.ts';
import type {Truth} from '../science/latent.ts';
import {rulerOf, truthOn} from '../science/ruler.ts';

/** What is planted in a world on a benchmark, on the loss axis of the world; null where the words sharp and soft do not fit. */
export function plantedTruth(
  {rulers, population}: Pick<Experiment, 'rulers' | 'population'>,
  {curves, axis = 'loss'}: WorldChoice,
  {name, answer}: Pick<Benchmark, 'name' | 'answer'>,
): Truth | null {
  const families = [...new Set(population.runs.map(({family}) => family))].map((family) => rulerOf(rulers, family));
  const own = truthOf(curves[name]!, answer.kind);
  return own && truthOn(own, families, axis);
}
