import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {referenceKernel} from '../../src/engine/kernel/reference.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {fillRecord, recordedLosses, recordedOn, recordLength} from '../../src/engine/record.ts';
import {curveKeys} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {scoreTable, trajectoryTable} from '../../src/engine/tables.ts';
import {curveInputs} from '../../src/inference/curveInputs.ts';
import {summariseReplicate} from '../../src/inference/summary.ts';
import {numberColumn} from '../../src/report/columns.ts';

const RUNS = ['A', 'B']
  .flatMap((family) =>
    [
      ['1.5e9', '3e12'],
      ['6e9', '3e12'],
      ['3.2e10', '2.5e12'],
    ].map(
      ([params, tokens], i) =>
        `{family: ${family}, name: run${i}, params: ${params}, tokens: ${tokens}, checkpoints: 40}`,
    ),
  )
  .join(', ');

/** Two families in the threshold world, against the printed and the normalised loss; one draw from the law of each mean instead of every question. */
function simulated(rulers: string) {
  const worlds = 'worlds: [threshold, {world: threshold, axis: normalisedLoss}]';
  const text = `name: a\nfidelity: surrogate\nresamples: 0\npopulation: {runs: [${RUNS}]}\nbenchmarks: [mmlu]\n${worlds}\nmetrics: [accuracy]\nrulers: ${rulers}\n`;
  const {experiment} = parseConfig(text, {figures: []});
  const plan = planOf(experiment);
  const engine = simulator(plan, referenceKernel);
  const values = new Float64Array(plan.cells * valuesPerCell(plan));
  engine.simulate(0, plan.cells, values);
  const record = new Float64Array(recordLength(plan));
  fillRecord(plan, values, engine.trajectory(0), record);
  return {plan, record};
}

const OFFSET = '{A: {unigram: 7.2}, B: {offset: 0.25, unigram: 7.45}}';
const FACTOR = '{A: {unigram: 7.2}, B: {offset: 0.25, scale: 1.1, unigram: 7.45}}';

const fitsOf = ({plan, record}: ReturnType<typeof simulated>) => {
  const {rule, seed} = {rule: plan.experiment.verdict, seed: plan.experiment.seed};
  return summariseReplicate(curveInputs(plan, record), {rule, seed, resamples: 0}, 0).curves;
};

describe('two families on rulers of their own', () => {
  const {plan, record} = simulated(OFFSET);
  const {experiment, points} = plan;
  const familyOf = (i: number) => experiment.population.runs[points[i]!.run]!.family;

  test('print the loss on them, while ability follows the loss: scores do not know the rulers', () => {
    const plain = simulated('{A: {unigram: 7.2}, B: {unigram: 7.2}}');
    const {loss, observed} = recordedLosses(plan, record);
    for (const [i, printed] of observed.entries()) {
      expect(printed).toBe(familyOf(i) === 'B' ? 0.25 + loss[i]! : loss[i]!);
    }
    const scores = 2 * points.length;
    expect(record.subarray(scores)).toEqual(plain.record.subarray(scores));
  });

  test('have the same scores in tables against either loss, each on the axis of its world', () => {
    const block = {first: 0, records: [record]};
    const scores = scoreTable(plan).of(block);
    const [loss, value] = ['loss', 'value'].map((name) => numberColumn(scores, name));
    expect(curveKeys(experiment).map(({world}) => world)).toEqual([0, 1]);
    for (let i = 0; i < points.length; i++) {
      const entropy = familyOf(i) === 'B' ? 7.45 : 7.2;
      expect(loss![points.length + i]).toBe(loss![i]! - entropy);
      expect(value![points.length + i]).toBe(value![i]);
    }
    const trajectories = trajectoryTable(plan).of(block);
    expect([...numberColumn(trajectories, 'normalisedLoss')]).toEqual([...recordedOn(plan, record, 'normalisedLoss')]);
  });

  test('have no normalised loss in tables where the entropy of their unigrams is not known', () => {
    const rulers = {...experiment.rulers!, B: {...experiment.rulers!.B!, unigram: null}};
    const unknown = {...plan, experiment: {...experiment, rulers}};
    const axis = recordedOn(unknown, record, 'normalisedLoss');
    axis.forEach((loss, i) => {
      expect(Number.isNaN(loss)).toBe(familyOf(i) === 'B');
    });
  });

  test('break sharply at one threshold on the normalised loss, and nowhere on the printed one', () => {
    const [printed, normalised] = fitsOf({plan, record});
    expect(printed!.shape).not.toBe('sharp');
    expect(normalised!.shape).toBe('sharp');
    const {estimate, low, high} = normalised!.onset!;
    // The interval covers the truth in nearly all replicates: here within twice its length.
    expect(Math.abs(estimate - (2.107 - 7.2))).toBeLessThan(2 * (high - low));
  });

  test('break nowhere sharply on either loss where a factor is between the rulers', () => {
    for (const {shape} of fitsOf(simulated(FACTOR))) expect(shape).not.toBe('sharp');
  });
});
