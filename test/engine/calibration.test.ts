import {expect, test} from 'vitest';
import {referenceKernel} from '../../src/engine/kernel/reference.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {curveKeys, readCurve} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {median} from '../../src/numeric/quantile.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {smallExperiment} from './experiment.ts';

/** Centres of the loss bins of 0.05 nats and the run that the published median comes from (Du et al. 2024, Figs 1 and 4, read by us). */
const BINS = [
  [2.375, '1.5B'],
  [2.325, '1.5B'],
  [2.275, '1.5B'],
  [2.225, '1.5B'],
  [2.175, '6B'],
  [2.125, '6B'],
  [2.075, '6B'],
  [2.025, '6B'],
  [1.975, '6B'],
  [1.925, '32B'],
  [1.875, '32B'],
  [1.825, '32B'],
  [1.775, '32B'],
] as const;

const PUBLISHED: Readonly<Record<string, readonly number[]>> = {
  'mmlu accuracy': [0.262, 0.26, 0.257, 0.244, 0.248, 0.269, 0.314, 0.395, 0.45, 0.517, 0.566, 0.611, 0.636],
  'mmlu correctChoiceProb': [
    0.254, 0.253, 0.253, 0.251, 0.2505, 0.254, 0.266, 0.314, 0.372, 0.436, 0.478, 0.516, 0.536,
  ],
  'mmlu brierScore': [0.768, 0.774, 0.771, 0.77, 0.777, 0.757, 0.738, 0.694, 0.642, 0.565, 0.527, 0.484, 0.453],
  'c-eval accuracy': [0.246, 0.254, 0.254, 0.253, 0.254, 0.254, 0.287, 0.346, 0.424, 0.504, 0.543, 0.587, 0.626],
  'c-eval correctChoiceProb': [
    0.251, 0.252, 0.253, 0.253, 0.252, 0.253, 0.262, 0.291, 0.326, 0.367, 0.426, 0.461, 0.493,
  ],
  'c-eval brierScore': [0.796, 0.784, 0.782, 0.771, 0.771, 0.77, 0.754, 0.717, 0.666, 0.613, 0.56, 0.516, 0.478],
};

const TOLERANCE: Readonly<Record<string, number>> = {accuracy: 0.015, correctChoiceProb: 0.02, brierScore: 0.025};

/**
 * Bins where the published medians leave the curve that is fitted to all published points: at 1.925 the 32B run of the paper
 * jumps from 46.5 to 50.5 points of C-Eval between losses 1.93 and 1.92, and its MMLU Brier score falls with it; at 2.125 the few
 * MMLU points carry their scatter of 1.1 points.
 */
const OFF_THE_CURVE: Readonly<Record<string, number>> = {
  'mmlu accuracy 2.125': 0.021,
  'mmlu brierScore 1.925': 0.04,
  'c-eval accuracy 1.925': 0.035,
};

const REPLICATES = 10;
const large = POPULATIONS.find(({name}) => name === 'du2024-large')!.runs;
const experiment = smallExperiment({runs: large, worlds: ['threshold'], fidelity: 'expected', replicates: REPLICATES});
const plan = planOf(experiment);
const engine = simulator(plan, referenceKernel);
const values = new Float64Array(plan.cells * valuesPerCell(plan));
engine.simulate(0, plan.cells, values);

function medianAt(name: string, centre: number, run: string): number {
  const key = curveKeys(experiment).find(
    ({benchmark, metric}) => `${experiment.benchmarks[benchmark]!.name} ${metric.name}` === name,
  )!;
  const found: number[] = [];
  for (let r = 0; r < REPLICATES; r++) {
    const {observed} = engine.trajectory(r);
    readCurve(plan, values, r, key).forEach(({value}, i) => {
      const inside = Math.abs(observed[i]! - centre) <= 0.025;
      if (inside && large[plan.points[i]!.run]!.name === run) found.push(value);
    });
  }
  return median(found);
}

test.each(Object.keys(PUBLISHED))('medians of %s per loss bin agree with the published figure', (name) => {
  const misses = BINS.map(([centre, run], i) => {
    const difference = Math.abs(medianAt(name, centre, run) - PUBLISHED[name]![i]!);
    const allowed = OFF_THE_CURVE[`${name} ${centre}`] ?? TOLERANCE[name.split(' ')[1]!]!;
    return difference <= allowed ? null : `${centre}: off by ${difference.toFixed(4)}`;
  });
  expect(misses.filter(Boolean)).toEqual([]);
});
