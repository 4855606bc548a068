import type {Experiment} from '../../src/config/experiment.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {curveKeys, readCurve} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';

import {partsOf} from '../../src/report/makeStudy.ts';
import type {CurveSamples} from '../../src/report/samples.ts';
import {curvesAsked} from '../../src/report/scorecard/rows.ts';
import type {StudyNumbers, TrajectoryRow} from '../../src/report/study.ts';
import {fastKernel} from '../engine/kernels.ts';
import {sampleStudy} from './sampleStudy.ts';

/** What the references of an experiment read, simulated anew without fits: losses and the asked curves of every replicate. */
export function simulatedNumbers(whole: Experiment): StudyNumbers {
  const asked = curvesAsked(whole.references);
  const names = (key: 'world' | 'benchmark') => new Set(asked.map((curve) => curve[key]));
  const [worlds, benchmarks] = [names('world'), names('benchmark')];
  // Every draw has an address: leaving curves out moves none of the others.
  const experiment = {
    ...whole,
    worlds: whole.worlds.filter(({name}) => worlds.has(name)),
    benchmarks: whole.benchmarks.filter(({name}) => benchmarks.has(name)),
  };
  const plan = planOf(experiment);
  const engine = simulator(plan, fastKernel);
  const values = new Float64Array(plan.cells * valuesPerCell(plan));
  engine.simulate(0, plan.cells, values);
  const replicates = [...Array(experiment.replicates).keys()];
  const curves = curveKeys(experiment).map((key): CurveSamples => {
    const named = {
      world: experiment.worlds[key.world]!.name,
      benchmark: experiment.benchmarks[key.benchmark]!.name,
      metric: key.metric.name,
    };
    return {
      ...named,
      values: replicates.map((r) => Float64Array.from(readCurve(plan, values, r, key), ({value}) => value)),
    };
  });
  const losses = replicates.map((r) => Float64Array.from(engine.trajectory(r).observed));
  const {runs} = experiment.population;
  const trajectories = plan.points.map(({run, tokens}) => ({run: runs[run]!.name, tokens}) as TrajectoryRow);
  const none = {version: 1, curves: [], benchmarks: []} as const;
  return {...sampleStudy(), ...partsOf(whole), findings: none, scores: [], trajectories, samples: {losses, curves}};
}
