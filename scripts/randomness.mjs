// Streams the random words that cells are made of, raw and without end, for a battery of statistical tests:
//   node scripts/randomness.mjs MODE [SEED [WORDS]] | dieharder -g 200 -a
// lanes: the sixteen lanes of one address side by side, step after step, as the questions of an endless cell draw them;
// addresses: the first 64 words of each cell of the large runs of Du et al. 2024, benchmark after benchmark, replicate after replicate;
// lanes24, addresses24: the same without the eight low bits of each word, which no radius and no uniform number reads, packed.
// The results are in test/numeric/README.md. Build first.
import {writeSync} from 'node:fs';
import {LANES, laneState} from '../dist/numeric/lanes.js';
import {nameWord, streamAt, streamKey} from '../dist/numeric/stream.js';
import {BENCHMARKS} from '../dist/science/benchmarks/registry.js';
import {POPULATIONS} from '../dist/science/populations/registry.js';

/** Words in one write; a multiple of 64 and of 4. */
const CHUNK = 65_536;
const STEPS = 4;

const [mode, seed = 'randomness', count = 'Infinity'] = process.argv.slice(2);
const key = streamKey(seed, 'answers');

/** One step of xoshiro128+ in every lane: writes LANES words from `at` on and moves the state. */
function step(state, out, at) {
  for (let lane = 0; lane < LANES; lane++) {
    const s0 = state[lane];
    let s2 = state[2 * LANES + lane] ^ s0;
    let s3 = state[3 * LANES + lane];
    out[at + lane] = s0 + s3;
    s3 ^= state[LANES + lane];
    const s1 = state[LANES + lane] ^ s2;
    state[lane] = s0 ^ s3;
    s2 ^= state[LANES + lane] << 9;
    state[LANES + lane] = s1;
    state[2 * LANES + lane] = s2;
    state[3 * LANES + lane] = (s3 << 11) | (s3 >>> 21);
  }
}

function laneFiller() {
  const state = laneState(streamAt(key, [0, 0, 0, 0]));
  return (out) => {
    for (let at = 0; at < out.length; at += LANES) step(state, out, at);
  };
}

/** Addresses of the cells, in the order of a plan. */
function* addresses() {
  const runs = POPULATIONS.find(({name}) => name === 'du2024-large').runs.map(({id, checkpoints}) => [
    nameWord(id),
    checkpoints.length,
  ]);
  const benchmarks = BENCHMARKS.map(({name}) => nameWord(name));
  for (let replicate = 0; ; replicate++) {
    for (const benchmark of benchmarks) {
      for (const [run, checkpoints] of runs) {
        for (let checkpoint = 0; checkpoint < checkpoints; checkpoint++) yield [replicate, run, checkpoint, benchmark];
      }
    }
  }
}

function addressFiller() {
  const cells = addresses();
  return (out) => {
    for (let at = 0; at < out.length; ) {
      const state = laneState(streamAt(key, cells.next().value));
      for (const end = at + STEPS * LANES; at < end; at += LANES) step(state, out, at);
    }
  };
}

/** The upper 24 bits of every four words as three words. */
function packed(words) {
  const out = new Uint32Array((words.length / 4) * 3);
  for (let i = 0, at = 0; i < words.length; i += 4, at += 3) {
    const [a, b, c, d] = [words[i] >>> 8, words[i + 1] >>> 8, words[i + 2] >>> 8, words[i + 3] >>> 8];
    out[at] = (a << 8) | (b >>> 16);
    out[at + 1] = (b << 16) | (c >>> 8);
    out[at + 2] = (c << 24) | d;
  }
  return out;
}

const MODES = {
  lanes: [laneFiller, (words) => words],
  addresses: [addressFiller, (words) => words],
  lanes24: [laneFiller, packed],
  addresses24: [addressFiller, packed],
};

function* chunks(makeFiller, shape) {
  const fill = makeFiller();
  const words = new Uint32Array(CHUNK);
  for (;;) {
    fill(words);
    yield shape(words);
  }
}

function writeAll(bytes) {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

if (!(mode in MODES) || !(Number(count) > 0)) {
  process.stderr.write(`randomness: MODE is one of ${Object.keys(MODES).join(', ')}, WORDS a positive number\n`);
  process.exit(1);
}
let left = Number(count);
try {
  for (const words of chunks(...MODES[mode])) {
    const part = words.subarray(0, Math.min(left, words.length));
    writeAll(new Uint8Array(part.buffer, 0, part.byteLength));
    left -= part.length;
    if (left <= 0) break;
  }
} catch (error) {
  // A battery that has seen enough closes the pipe.
  if (error.code !== 'EPIPE') throw error;
}
