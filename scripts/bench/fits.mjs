// Milliseconds of one fit with its profile intervals, by metric, on the curves of Du et al. 2024's design (237 checkpoints).
import {cellsPerReplicate, planOf, valuesPerCell} from '../../dist/engine/plan.js';
import {fillRecord, recordLength} from '../../dist/engine/record.js';
import {simulator} from '../../dist/engine/simulate.js';
import {fitBentHinge} from '../../dist/inference/bentHinge.js';
import {curveInputs} from '../../dist/inference/curveInputs.js';
import {groupsOf} from '../../dist/inference/summary.js';
import {loadFitKernel, loadKernel} from '../../dist/node/kernel.js';
import {loadExperiment} from '../../dist/node/load.js';
import {time} from './timing.mjs';

const REPLICATES = 3;

/** {world, benchmark, metric: {min, median, runs}} of fits, each over the same few replicates in turn. */
export async function benchFits(config, root, effort) {
  const {experiment} = await loadExperiment(config, {sets: [], replicates: REPLICATES, language: 'en'}, root);
  const plan = planOf(experiment);
  const cells = cellsPerReplicate(plan);
  const values = new Float64Array(cells * valuesPerCell(plan));
  const engine = simulator(plan, loadKernel());
  const groups = Array.from({length: REPLICATES}, (_, r) => {
    engine.simulate(r * cells, (r + 1) * cells, values);
    const record = new Float64Array(recordLength(plan));
    fillRecord(plan, values, engine.trajectory(r), record);
    return groupsOf(curveInputs(plan, record));
  });
  const tasks = {};
  const options = {rule: experiment.verdict, detail: false, kernel: loadFitKernel()};
  groups[0].forEach((group, g) => {
    group.forEach(({world, benchmark, metric, curve}, c) => {
      const leaders = groups.map((all) => (curve.continuous ? fitBentHinge(all[g][0].curve, options) : null));
      let turn = 0;
      tasks[`${world}, ${benchmark}, ${metric}`] = () => {
        const r = turn++ % REPLICATES;
        fitBentHinge(groups[r][g][c].curve, {...options, leader: leaders[r]});
      };
    });
  });
  return time(tasks, effort);
}
