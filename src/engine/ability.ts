import type {Experiment, WorldChoice} from '../config/experiment.ts';
import {abilityBy} from '../science/ability.ts';
import {type ItemModel, itemModel} from '../science/answer/model.ts';
import type {Benchmark} from '../science/benchmark.ts';
import type {Ability, AnswerModel} from '../science/latent.ts';

/** A benchmark ready to be simulated: its item model and its ability in every world. */
export interface Examined {
  readonly benchmark: Benchmark;
  readonly model: ItemModel;
  readonly abilities: readonly Ability[];
}

/** The ability on a benchmark in every world, by a model that turns performance into a latent. */
export function abilitiesOf(benchmark: Benchmark, worlds: readonly WorldChoice[], model: AnswerModel): Ability[] {
  return worlds.map((choice) => {
    const curve = choice.curves[benchmark.name];
    if (!curve) throw new Error(`world: no curve for ${benchmark.name} (got ${choice.name})`);
    return abilityBy(curve, model);
  });
}

/** Prepares a benchmark for the worlds of an experiment. */
export function examine(benchmark: Benchmark, {worlds, sampling}: Experiment): Examined {
  const model = itemModel(benchmark, sampling);
  return {benchmark, model, abilities: abilitiesOf(benchmark, worlds, model)};
}
