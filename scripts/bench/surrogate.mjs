// Cells per second and thread of the fidelity surrogate on MMLU, by CPU time: losses, wiggle, latents and draws together.
import {cellsPerReplicate, planOf, valuesPerCell} from '../../dist/engine/plan.js';
import {simulator} from '../../dist/engine/simulate.js';
import {loadKernel} from '../../dist/node/kernel.js';
import {loadExperiment} from '../../dist/node/load.js';

/** Replicates of a round, for each replicate of the other studies. */
const REPLICATES = 25;

async function planWith(config, root, worlds, replicates) {
  const sets = ['benchmarks=[mmlu]', `worlds=[${worlds}]`];
  const chosen = {sets, replicates, fidelity: 'surrogate', language: 'en'};
  const {experiment} = await loadExperiment(config, chosen, root);
  return planOf(experiment);
}

/** Rates by number of worlds: {tables, best}, of the first round, in which the tables are made, and of the best later one. */
export async function benchSurrogate(config, root, {rounds, replicates}) {
  const size = REPLICATES * replicates;
  const out = {};
  for (const worlds of [['threshold'], ['threshold', 'smooth']]) {
    const plan = await planWith(config, root, worlds, size * (rounds + 1));
    const cells = size * cellsPerReplicate(plan);
    const values = new Float64Array(cells * valuesPerCell(plan));
    const engine = simulator(plan, loadKernel());
    const rates = Array.from({length: rounds + 1}, (_, round) => {
      const started = process.cpuUsage();
      engine.simulate(round * cells, (round + 1) * cells, values);
      const {user, system} = process.cpuUsage(started);
      return Math.round((1e6 * cells) / (user + system));
    });
    out[worlds.length] = {tables: rates[0], best: Math.max(...rates.slice(1))};
  }
  return out;
}
