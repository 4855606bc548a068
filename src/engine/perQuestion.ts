import {blocksFor, LANES} from '../numeric/lanes.ts';
import {normals} from '../numeric/normal.ts';
import {nameWord, streamAt, streamKey} from '../numeric/stream.ts';
import {logOptionMass} from '../science/answer/vocabulary.ts';
import type {Benchmark} from '../science/benchmark.ts';
import {STATISTICS} from '../science/metric.ts';
import {examine} from './ability.ts';
import {answerer} from './answers.ts';
import {tellingKernel} from './kernel/reference.ts';
import {SCALES} from './kernel/sums.ts';
import type {Plan} from './plan.ts';
import {latentsOf, trajectories} from './simulate.ts';

/** What one benchmark gives question by question in one world; shape [questions, points] each, the points of a question side by side. */
export interface QuestionScores {
  /** Questions that are kept: all of them, unless there are very many. */
  readonly questions: number;
  readonly points: number;
  /** ln p of the correct option among all that the model could say: ln p renormalised over the options + ln of their mass. */
  readonly logVocabulary: Float32Array;
  /** p of the correct option, renormalised over the options. */
  readonly probability: Float32Array;
  /** Sum over the options of (p_c - [c is correct])^2. */
  readonly brier: Float32Array;
  /** 1 where the most probable option is the correct one, else 0. */
  readonly correct: Float32Array;
}

const [, P, , B, , LP] = SCALES;

/** Most numbers of a kind that are kept: 16 bytes each in all. */
const MOST = 4e6;

/** u_i of every question, keyed by (seed, replicate, benchmark) as everything is that a question has. */
function wordings(seed: string, replicate: number, {name, questions}: Benchmark): Float64Array {
  const stream = streamAt(streamKey(seed, 'vocabulary'), [replicate, 0, 0, nameWord(name)]);
  return normals(stream, blocksFor(questions) * LANES);
}

/**
 * Scores of every question at every point of one replicate, on the draws of its cells: their means over questions are those that the cells hold, to
 * the last bit, because both come from the same integers. Simulated whatever the fidelity of the experiment; null for open answers. Of more than
 * `most` scores those of the first questions are kept, which are no different from the others.
 */
export function questionScores(
  plan: Plan,
  {replicate, world, benchmark: b}: {readonly replicate: number; readonly world: number; readonly benchmark: number},
  {most = MOST} = {},
): QuestionScores | null {
  const {experiment, points} = plan;
  const benchmark = experiment.benchmarks[b]!;
  if (benchmark.answer.kind !== 'choice') return null;
  const questions = Math.min(benchmark.questions, Math.max(1, Math.floor(most / points.length)));
  const column = () => new Float32Array(questions * points.length);
  const scores = {logVocabulary: column(), probability: column(), brier: column(), correct: column()};
  const wording = wordings(experiment.seed, replicate, benchmark);
  const trajectory = trajectories(plan);
  const {loss} = trajectory(replicate);
  let point = 0;
  const kernel = tellingKernel((question, correct, p, brier, logP) => {
    if (question >= questions) return;
    const at = question * points.length + point;
    scores.logVocabulary[at] = logP / LP! + logOptionMass(loss[point]!, wording[question]!);
    scores.probability[at] = p / P!;
    scores.brier[at] = brier / B!;
    scores.correct[at] = correct;
  });
  const answers = answerer(plan, kernel);
  const latents = latentsOf(plan, trajectory);
  const examined = examine(benchmark, experiment);
  const means = new Float64Array(STATISTICS.length);
  for (; point < points.length; point++) {
    const cell = {replicate, benchmark: b, point};
    answers(cell, [latents(cell, examined)[world]!], means, 0);
  }
  return {questions, points: points.length, ...scores};
}
