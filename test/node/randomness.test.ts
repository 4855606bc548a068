import {expect, test} from 'vitest';
import {chiSquareUpper} from '../../src/numeric/chiSquare.ts';
import {fillUniforms, LANES, laneState} from '../../src/numeric/lanes.ts';
import {type Address, nameWord, streamAt, streamKey} from '../../src/numeric/stream.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {runNode} from '../runNode.ts';

const SEED = 'battery';

/** The first `count` words that the script hands to a battery. */
function words(mode: string, count: number): Uint32Array {
  const {status, stdout} = runNode(['scripts/randomness.mjs', mode, SEED, String(count)], {encoding: 'latin1'});
  expect(status).toBe(0);
  return new Uint32Array(Uint8Array.from(Buffer.from(stdout, 'latin1')).buffer);
}

/** Uniform numbers of the first `blocks` blocks of a cell, as its upper 24 bits. */
function upperBits(address: Address, blocks: number): number[] {
  const out = new Float32Array(blocks * LANES);
  fillUniforms(laneState(streamAt(streamKey(SEED, 'answers'), address)), blocks, out);
  return Array.from(out, (u) => u * 2 ** 24);
}

const RUNS = POPULATIONS.find(({name}) => name === 'du2024-large')!.runs;

/** The first cells in the order of a plan: all checkpoints of one benchmark, then the next one. */
const ADDRESSES = BENCHMARKS.slice(0, 2).flatMap(({name}) =>
  RUNS.flatMap(({id, checkpoints}) =>
    checkpoints.map((_, checkpoint): Address => [0, nameWord(id), checkpoint, nameWord(name)]),
  ),
);

test('the battery reads the words that the lanes of a cell draw', () => {
  const blocks = 5000;
  expect(Array.from(words('lanes', blocks * LANES), (word) => word >>> 8)).toEqual(upperBits([0, 0, 0, 0], blocks));
});

test('the battery reads the first 64 words of every cell of a study', () => {
  const read = Array.from(words('addresses', 64 * ADDRESSES.length), (word) => word >>> 8);
  expect(read).toEqual(ADDRESSES.flatMap((address) => upperBits(address, 4)));
});

test('the battery reads the upper 24 bits of each word without a gap', () => {
  const bits = (word: number, count: number) => word.toString(2).padStart(count, '0');
  const packed = Array.from(words('lanes24', 768), (word) => bits(word, 32)).join('');
  expect(packed).toBe(
    upperBits([0, 0, 0, 0], 64)
      .map((word) => bits(word, 24))
      .join(''),
  );
});

/** Rank over GF(2) of a square matrix of bits. */
function rank(size: number, bit: (row: number, column: number) => number): number {
  let rows = Array.from({length: size}, (_, i) =>
    Array.from({length: size}, (_, j) => BigInt(bit(i, j)) << BigInt(j)).reduce((sum, one) => sum | one, 0n),
  );
  let found = 0;
  for (let column = 0n; column < BigInt(size); column++) {
    const pivot = rows.findIndex((row) => (row >> column) & 1n);
    if (pivot < 0) continue;
    const [chosen] = rows.splice(pivot, 1);
    rows = rows.map((row) => ((row >> column) & 1n ? row ^ chosen! : row));
    found++;
  }
  return found;
}

test('the lowest bit of a lane is linear in its 128 bits of state; the 24 bits that are used are not', () => {
  const size = 256;
  const lane = words('lanes', size * size * LANES).filter((_, i) => i % LANES === 0);
  const rankOf = (bit: number) => rank(size, (row, column) => (lane[row * size + column]! >>> bit) & 1);
  expect(rankOf(0)).toBe(128);
  // A random matrix misses the full rank by 5 or more with probability 1e-7: for all 24 bits together below 3e-6.
  const used = Array.from({length: 24}, (_, i) => rankOf(8 + i));
  expect(Math.min(...used)).toBeGreaterThan(size - 5);
});

/** Counts of every pattern of `length` bits in the words, one at each bit, the end joined to the beginning. */
function patterns(read: Uint32Array, length: number): Float64Array {
  const counts = new Float64Array(2 ** length);
  let pattern = read.at(-1)!;
  for (const word of read) {
    for (let bit = 31; bit >= 0; bit--) {
      pattern = ((pattern << 1) | ((word >>> bit) & 1)) & (2 ** length - 1);
      counts[pattern]! += 1;
    }
  }
  return counts;
}

test.each(['lanes', 'addresses', 'lanes24', 'addresses24'])(
  'patterns of 2 to 12 bits are as frequent as they should be in %s, p > 1e-3 for all of them',
  (mode) => {
    const read = words(mode, 2 ** 20);
    const bits = 32 * read.length;
    // Serial test (NIST SP 800-22, section 2.11): the growth of psi^2 from m - 1 to m bits follows chi-square with 2^(m-1) degrees.
    const psi = Array.from({length: 13}, (_, m) =>
      m === 0 ? 0 : (patterns(read, m).reduce((sum, n) => sum + n * n, 0) * 2 ** m) / bits - bits,
    );
    const p = Array.from({length: 11}, (_, i) => chiSquareUpper(psi[i + 2]! - psi[i + 1]!, 2 ** (i + 1)));
    expect(2 * Math.min(...p, ...p.map((one) => 1 - one))).toBeGreaterThan(1e-3 / p.length);
  },
);
