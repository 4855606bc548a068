/** Resamples that are drawn and refitted together: their values have room in memory, and what they are refitted by is looked at seldom. */
const TOGETHER = 256;

/** Indices of resamples, 0 and up, in blocks. */
export function blocksOf(resamples: number): number[][] {
  return Array.from({length: Math.ceil(resamples / TOGETHER)}, (_, block) =>
    Array.from({length: Math.min(TOGETHER, resamples - block * TOGETHER)}, (_, k) => block * TOGETHER + k),
  );
}
