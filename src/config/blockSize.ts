/** Blocks that a run or a shard is stored in, at most: few enough files for any file system, small enough to redo. */
const MOST_BLOCKS = 1000;

/** Replicates that are simulated and stored together where so many are computed. */
export function blockSize(replicates: number): number {
  return Math.ceil(replicates / MOST_BLOCKS);
}
