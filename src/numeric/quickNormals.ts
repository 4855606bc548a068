import {normalQuantile} from './normal.ts';
import {fillWords, type Stream} from './stream.ts';

const LEVELS = 4096;

/** Equally probable levels at the middle of each 4096th of the normal law, scaled to variance 1; the largest is 3.67. */
const LEVEL = (() => {
  const levels = Float64Array.from({length: LEVELS}, (_, i) => normalQuantile((i + 0.5) / LEVELS));
  const variance = levels.reduce((sum, z) => sum + z * z, 0) / LEVELS;
  return levels.map((z) => z / Math.sqrt(variance));
})();

const UNIT_24 = 2 ** -24;

/**
 * Fills `out` with `records` records: `room` places that are left alone, 2 `pairs` nearly normal numbers, then `uniforms` numbers in
 * [0, 1), words of xoshiro128+ (Blackman and Vigna 2021) from a stream. A word gives two levels: for sums of many draws, not for tails beyond 3.5.
 */
export function fillQuickNormals(
  stream: Stream,
  {records, room = 0, pairs, uniforms}: {records: number; room?: number; pairs: number; uniforms: number},
  out: Float64Array,
): void {
  const words = new Uint32Array(4);
  fillWords(stream, 0, words);
  // The generator's step is written out as in lanes.ts: with a call per word a record takes 1.5 times as long.
  let [s0, s1, s2, s3] = [words[0]! | 0, words[1]! | 0, words[2]! | 0, words[3]! | 0];
  let at = 0;
  for (let record = 0; record < records; record++) {
    at += room;
    for (let i = 0; i < pairs + uniforms; i++) {
      const word = (s0 + s3) | 0;
      const t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
      if (i < pairs) {
        out[at++] = LEVEL[word >>> 20]!;
        out[at++] = LEVEL[(word >>> 8) & (LEVELS - 1)]!;
      } else {
        out[at++] = (word >>> 8) * UNIT_24;
      }
    }
  }
}
