import type {WorldChoice} from '../config/experiment.ts';
import {type ItemModel, itemModel} from '../science/answer/model.ts';
import type {Benchmark} from '../science/benchmark.ts';
import type {Ability} from '../science/world.ts';
import {WORLDS} from '../science/worlds/registry.ts';

/** A benchmark ready to be simulated: its item model and its ability in every world. */
export interface Examined {
  readonly benchmark: Benchmark;
  readonly model: ItemModel;
  readonly abilities: readonly Ability[];
}

/** Prepares a benchmark for the worlds of an experiment. */
export function examine(benchmark: Benchmark, worlds: readonly WorldChoice[]): Examined {
  const model = itemModel(benchmark);
  const abilities = worlds.map((choice) => {
    const world = WORLDS.find((entry) => entry.name === choice.world);
    const curve = choice.curves[benchmark.name];
    if (!world || !curve) throw new Error(`world: no curve for ${benchmark.name} (got ${choice.name})`);
    return world.ability(model, curve);
  });
  return {benchmark, model, abilities};
}
