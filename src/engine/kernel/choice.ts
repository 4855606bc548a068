import {exp2f, logf} from '../../numeric/float32.ts';
import {LANES} from '../../numeric/lanes.ts';
import type {Latent} from '../../science/latent.ts';
import {SCALES} from './sums.ts';

const f = Math.fround;

/** The questions of one cell, laid out in blocks of LANES. */
export interface ChoiceQuestions {
  readonly questions: number;
  readonly options: number;
  /** a_i, one per question; shape [blocks, LANES]. */
  readonly strength: Float32Array;
  /** e_c, shape [blocks, options (rounded up to even), LANES]; option 0 is the correct one. */
  readonly normals: Float32Array;
}

const [, P, P2, B, B2, LP, LP2, M, M2] = SCALES;

/** Distances of a wrong option's logit from the correct one are held inside, in bits: beyond them p is 0 or 1 to all digits. */
const FAR = 60;

/** Most options that a question may have. */
export const MOST_OPTIONS = 26;

/** z of the correct option of one block of questions. */
const right = new Float64Array(LANES);
/** x_c = 2^(z_c - z_0) of the wrong options of one block, shape [options - 1, LANES]. */
const ratios = new Float64Array(LANES * (MOST_OPTIONS - 1));

/** Fills `ratios` for the block of questions that starts at question `first`. */
function fillRatios({options, strength, normals}: ChoiceQuestions, first: number, s: number, tau: number): void {
  const base = (first / LANES) * 2 * Math.ceil(options / 2) * LANES;
  const wrong = (options - 1) * LANES;
  for (let lane = 0; lane < LANES; lane++) {
    right[lane] = f(f(tau * normals[base + lane]!) + f(s * strength[first + lane]!));
  }
  for (let j = 0; j < wrong; j++) {
    const d = f(f(tau * normals[base + LANES + j]!) - right[j & (LANES - 1)]!);
    ratios[j] = exp2f(d > FAR ? FAR : d < -FAR ? -FAR : d);
  }
}

/**
 * Scores every question at one latent: z_c = tau e_c + [c = 0] s a in units of ln 2, x_c = 2^(z_c - z_0),
 * p = 1 / (1 + sum x_c), in single precision and in a fixed order.
 * Adds to `sums`, the integer sums of SUMMED; log probability and margin only when `extended`.
 */
export function scoreChoice(cell: ChoiceQuestions, latent: Latent, extended: boolean, sums: Float64Array): void {
  const s = f(latent.s * Math.LOG2E);
  const tau = f(latent.tau * Math.LOG2E);
  const wrong = (cell.options - 1) * LANES;
  let correct = 0;
  let probability = 0;
  let probabilitySquared = 0;
  let brier = 0;
  let brierSquared = 0;
  for (let first = 0; first < cell.questions; first += LANES) {
    fillRatios(cell, first, s, tau);
    const lanes = Math.min(LANES, cell.questions - first);
    for (let lane = 0; lane < lanes; lane++) {
      let sum = 1;
      let squares = 0;
      let best = 0;
      for (let j = lane; j < wrong; j += LANES) {
        const x = ratios[j]!;
        sum = f(sum + x);
        squares = f(squares + f(x * x));
        if (x > best) best = x;
      }
      const p = f(1 / sum);
      const miss = f(1 - p);
      const b = f(f(miss * miss) + f(f(squares * p) * p));
      if (best < 1) correct += 1;
      probability += (p * P!) | 0;
      probabilitySquared += (f(p * p) * P2!) | 0;
      brier += (b * B!) | 0;
      brierSquared += (f(b * b) * B2!) | 0;
      if (extended) addExtended(sums, p, sum, best);
    }
  }
  sums[0]! += correct;
  sums[1]! += probability;
  sums[2]! += probabilitySquared;
  sums[3]! += brier;
  sums[4]! += brierSquared;
}

/** Adds log probability and margin of one question; the best wrong option has probability p best. */
function addExtended(sums: Float64Array, p: number, sum: number, best: number): void {
  const logProbability = -logf(sum);
  const gap = f(p - f(p * best));
  sums[5]! += (logProbability * LP!) | 0;
  sums[6]! += (f(logProbability * logProbability) * LP2!) | 0;
  sums[7]! += (gap * M!) | 0;
  sums[8]! += (f(gap * gap) * M2!) | 0;
}
