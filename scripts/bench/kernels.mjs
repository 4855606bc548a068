// Choice evaluations per second and thread of both kernels: draws and scores together, on a cell of MMLU's size.
import {referenceKernel} from '../../dist/engine/kernel/reference.js';
import {loadKernel} from '../../dist/node/kernel.js';
import {blocksFor, LANES, laneState} from '../../dist/numeric/lanes.js';
import {streamAt, streamKey} from '../../dist/numeric/stream.js';
import {time} from './timing.mjs';

const QUESTIONS = 14042;
const KEY = streamKey('bench', 'answers');
const LATENTS = [
  {s: 1, tau: 0.7},
  {s: 0.3, tau: 0.5},
];

/** Name, answer, worlds on the same draws, log probability and margin too. */
const CASES = [
  ['4 options', {kind: 'choice', options: 4}, 1, false],
  ['4 options, 2 worlds', {kind: 'choice', options: 4}, 2, false],
  ['4 options, all metrics', {kind: 'choice', options: 4}, 1, true],
  ['2 options', {kind: 'choice', options: 2}, 1, false],
  ['10 options', {kind: 'choice', options: 10}, 1, false],
  ['5 tokens', {kind: 'open', tokens: 5}, 1, false],
];

function cell(kernel, answer, worlds, extended) {
  const scorer = kernel({questions: QUESTIONS, answer, persistence: 0}, {extended, latents: worlds});
  scorer.question(new Float32Array(blocksFor(QUESTIONS) * LANES).map((_, i) => Math.exp(1.5 * Math.sin(i) - 1)));
  const latents = LATENTS.slice(0, worlds);
  let checkpoint = 0;
  return () => scorer.answer(laneState(streamAt(KEY, [0, 1, checkpoint++, 2])), null, latents);
}

/** Evaluations per second by case: {reference, simd} at the median, and their ratio. */
export async function benchKernels(effort) {
  const simd = loadKernel();
  const out = {};
  for (const [name, answer, worlds, extended] of CASES) {
    const tasks = {
      reference: cell(referenceKernel, answer, worlds, extended),
      simd: cell(simd, answer, worlds, extended),
    };
    const times = await time(tasks, effort);
    const evaluations = QUESTIONS * worlds * (answer.kind === 'choice' ? answer.options : answer.tokens);
    const rate = ({median}) => Math.round((1000 * evaluations) / median);
    out[name] = {
      reference: rate(times.reference),
      simd: rate(times.simd),
      ratio: times.reference.median / times.simd.median,
    };
  }
  return out;
}
