import {expect, test} from 'vitest';
import type {Experiment} from '../../src/config/experiment.ts';
import {type QuestionScores, questionScores} from '../../src/engine/perQuestion.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {logOptionMass, VOCABULARY} from '../../src/science/answer/vocabulary.ts';
import {STATISTICS} from '../../src/science/metric.ts';
import {smallExperiment} from './experiment.ts';
import {fastKernel} from './kernels.ts';

/** Means of every point of one benchmark in one world, as the cells of a replicate hold them; shape [points] of a look-up by statistic. */
function storedMeans(experiment: Experiment, replicate: number, world: number, benchmark: number) {
  const plan = planOf(experiment);
  const {length} = plan.points;
  const width = valuesPerCell(plan);
  const first = (replicate * experiment.benchmarks.length + benchmark) * length;
  const stored = new Float64Array(length * width);
  simulator(plan, fastKernel).simulate(first, first + length, stored);
  return (name: (typeof STATISTICS)[number], point: number) =>
    stored[point * width + world * STATISTICS.length + STATISTICS.indexOf(name)]!;
}

const meanAt = ({questions, points}: QuestionScores, values: Float32Array, point: number): number => {
  let sum = 0;
  for (let i = 0; i < questions; i++) sum += values[i * points + point]!;
  return sum / questions;
};

const USUAL = smallExperiment({questions: 1003});
const GROUPS = smallExperiment({questions: 1003, worlds: ['quanta', 'mixture']});
const PERSISTENT = {...USUAL, benchmarks: USUAL.benchmarks.map((one) => ({...one, persistence: 0.4}))};

test.each([
  ['of the first world', USUAL, 0, 0, 0],
  ['of another replicate, world and benchmark', USUAL, 1, 1, 1],
  ['of answers that persist along a run', PERSISTENT, 0, 1, 0],
  ['of a world that knows some questions and not others', GROUPS, 0, 0, 0],
  ['of a world of easy and hard questions', GROUPS, 1, 1, 1],
] as const)(
  'the means over questions are those of the cell, to the last bit: %s',
  (_, experiment, replicate, world, b) => {
    const mean = storedMeans(experiment, replicate, world, b);
    const scores = questionScores(planOf(experiment), {replicate, world, benchmark: b})!;
    expect([scores.questions, scores.points]).toEqual([1003, 11]);
    for (const name of ['correct', 'probability', 'brier'] as const) {
      for (let point = 0; point < scores.points; point++) {
        expect(meanAt(scores, scores[name], point)).toBe(mean(name, point));
      }
    }
  },
);

test('questions are scored on the draws of the cells also where the study itself only works out expectations', () => {
  const plan = planOf(USUAL);
  const expected = planOf({...USUAL, fidelity: 'expected'});
  expect(questionScores(expected, {replicate: 0, world: 0, benchmark: 0})).toEqual(
    questionScores(plan, {replicate: 0, world: 0, benchmark: 0}),
  );
  expect(questionScores(plan, {replicate: 0, world: 0, benchmark: 0})).not.toEqual(
    questionScores(plan, {replicate: 1, world: 0, benchmark: 0}),
  );
});

test('the log probability in the vocabulary lies below that among the options, by what the loss and the question say', () => {
  const plan = planOf(USUAL);
  const {logVocabulary, probability, questions, points} = questionScores(plan, {replicate: 0, world: 1, benchmark: 0})!;
  const {loss} = simulator(plan, fastKernel).trajectory(0);
  const u = (i: number, point: number) => {
    const mass = logVocabulary[i * points + point]! - Math.log(probability[i * points + point]!);
    // The log-odds of the mass, less their part from the loss.
    return (
      (mass - Math.log(-Math.expm1(mass)) + (loss[point]! - VOCABULARY.middle) / VOCABULARY.scale) / VOCABULARY.spread
    );
  };
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < questions; i++) {
    // p is kept to 2^-22 and ln p to 2^-16: where p > 0.05 the two agree to 2e-5, the rest is single precision.
    const clear = Array.from({length: points}, (_, point) => point).filter(
      (point) => probability[i * points + point]! > 0.05 && loss[point]! > 1.9,
    );
    for (const point of clear) expect(Math.abs(u(i, point) - u(i, clear[0]!))).toBeLessThan(2e-3);
    sum += u(i, 0);
    squares += u(i, 0) ** 2;
  }
  // Four standard errors of a mean and of a variance of 1,003 normal numbers.
  expect(Math.abs(sum / questions)).toBeLessThan(4 / Math.sqrt(questions));
  expect(Math.abs(squares / questions - 1)).toBeLessThan(4 * Math.sqrt(2 / questions));
});

test('of too many questions the first are kept', () => {
  const place = {replicate: 0, world: 0, benchmark: 1};
  const all = questionScores(planOf(USUAL), place)!;
  const few = questionScores(planOf(USUAL), place, {most: 20 * all.points + 3})!;
  expect(few.questions).toBe(20);
  expect(few.brier).toEqual(all.brier.subarray(0, 20 * all.points));
});

test('open answers have no options to score', () => {
  expect(
    questionScores(planOf(smallExperiment({benchmarks: ['gsm8k']})), {replicate: 0, world: 0, benchmark: 0}),
  ).toBeNull();
});

test('the mass on the options grows by e in every `scale` nats far above its middle, is a half there, and never passes 1', () => {
  const ratio = (loss: number) => logOptionMass(loss, 0) - logOptionMass(loss + VOCABULARY.scale, 0);
  // Eight scales above, the mass is an exponential but for exp(-8).
  expect(Math.abs(ratio(VOCABULARY.middle + 8 * VOCABULARY.scale) - 1)).toBeLessThan(Math.exp(-8));
  expect(logOptionMass(VOCABULARY.middle, 0)).toBeCloseTo(Math.log(0.5), 15);
  expect(Math.abs(logOptionMass(-1e6, 5))).toBe(0);
  expect(logOptionMass(1e6, 0)).toBeCloseTo(-(1e6 - VOCABULARY.middle) / VOCABULARY.scale, 6);
  expect(logOptionMass(2, 1)).toBeGreaterThan(logOptionMass(2, 0));
});
