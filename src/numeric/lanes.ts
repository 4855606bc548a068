import {cosPif, logf, sinPif} from './float32.ts';
import {fillWords, type Stream} from './stream.ts';

/**
 * Sixteen lanes, each with its own xoshiro128+ state seeded by the counter-based generator: question i belongs to lane i mod 16.
 * A SIMD kernel holds four vectors of four lanes and may interleave them as it likes; the numbers do not change.
 */
export const LANES = 16;

const f = Math.fround;

/** The state of the lanes at a stream's address; shape [4 words, LANES]. */
export function laneState(stream: Stream): Int32Array {
  const words = new Uint32Array(4 * LANES);
  fillWords(stream, 0, words);
  return new Int32Array(words.buffer);
}

// The generator's step is written out where it is used: its four words stay in registers, and a call per draw would double the time.
const UNIT_24 = 2 ** -24;
const UNIT_31 = 2 ** -31;
const SIGN = Float64Array.of(1, -1);

/** Radius of Box and Muller from 24 random bits: sqrt(-2 ln u), u = (k + 1/2) / 2^24; at most 5.9. */
function radius(word: number): number {
  return f(Math.sqrt(-2 * logf(f((word >>> 8) + 0.5) * UNIT_24)));
}

/**
 * Fills `out`, shape [blocks, 2 pairs, LANES], with standard normal numbers in single precision (Box and Muller 1958):
 * per question and pair two words of xoshiro128+ (Blackman and Vigna 2021), one for the radius, one for the angle,
 * whose two top bits choose the quadrant.
 */
export function fillNormals(state: Int32Array, blocks: number, pairs: number, out: Float32Array): void {
  const stride = 2 * pairs * LANES;
  for (let lane = 0; lane < LANES; lane++) {
    let s0 = state[lane]!;
    let s1 = state[LANES + lane]!;
    let s2 = state[2 * LANES + lane]!;
    let s3 = state[3 * LANES + lane]!;
    for (let at = lane; at < blocks * stride; at += 2 * LANES) {
      const first = (s0 + s3) | 0;
      let t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
      const second = (s0 + s3) | 0;
      t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
      const r = radius(first);
      const v = f(second & 0x3fffffff) * UNIT_31;
      out[at] = r * cosPif(v) * SIGN[second >>> 31]!;
      out[at + LANES] = r * sinPif(v) * SIGN[(second >>> 30) & 1]!;
    }
  }
}

/** Fills `out`, shape [blocks, LANES], with uniform numbers k / 2^24 in [0, 1), one word each. */
export function fillUniforms(state: Int32Array, blocks: number, out: Float32Array): void {
  for (let lane = 0; lane < LANES; lane++) {
    let s0 = state[lane]!;
    let s1 = state[LANES + lane]!;
    let s2 = state[2 * LANES + lane]!;
    let s3 = state[3 * LANES + lane]!;
    for (let block = 0; block < blocks; block++) {
      const word = (s0 + s3) | 0;
      const t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
      out[block * LANES + lane] = (word >>> 8) * UNIT_24;
    }
  }
}

/** Blocks of LANES questions that hold `questions`. */
export function blocksFor(questions: number): number {
  return Math.ceil(questions / LANES);
}
