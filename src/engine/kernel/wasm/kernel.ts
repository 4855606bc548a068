// AssemblyScript. One cell at a time: draws its answers chunk by chunk and scores each chunk at every latent while it is in the cache.
import {scoreChoice} from './choice';
import {fillNormals, fillUniforms, mix, ROW} from './lanes';
import {scoreOpen} from './open';
import {SUMMED} from './sums';

/** Most blocks of 16 questions drawn at a time: their sums fit 32 bits. */
const CHUNK: i32 = 32;
/** Most rows of 16 numbers drawn at a time: 32 blocks of 26 options. */
const ROWS: i32 = 832;

/** State of the lanes that draw the answers; Int32, shape [4, 16]. */
export const state = memory.data(256, 16);
/** State of the lanes that draw what stays with a run. */
export const habit = memory.data(256, 16);
/** Scales of SUMMED; Float32, shape [5, SUMMED, 4]: of a whole vector, then of the four of the last block. */
export const scales = memory.data(880, 16);
const drawn = memory.data(53248, 16);
const kept = memory.data(53248, 16);

/** Where the host may lay out latents, sums and traits. */
export const free: usize = __heap_base;

/**
 * Draws the answers of one cell and scores them at each of `worlds` latents. `latents`, Float32 [worlds, 2], holds s and tau in units of ln 2;
 * `sums`, Float64 [worlds, SUMMED]; `strength`, Float32 [blocks, 16]. With `persists`, own fresh + share habit stands for a fresh number.
 */
export function answerChoice(
  questions: i32,
  options: i32,
  strength: usize,
  latents: usize,
  worlds: i32,
  sums: usize,
  extended: bool,
  persists: bool,
  own: f32,
  share: f32,
): void {
  const pairs = (options + 1) >> 1;
  const blocks = (questions + 15) >> 4;
  for (let from = 0; from < blocks; from += CHUNK) {
    const count = min(CHUNK, blocks - from);
    fillNormals(state, drawn, count, pairs);
    if (persists) {
      fillNormals(habit, kept, count, pairs);
      mix(drawn, kept, count * pairs * 32, own, share);
    }
    const short = endsShort(questions, from + count);
    const a = strength + <usize>from * ROW;
    for (let w = 0; w < worlds; w++) {
      const latent = latents + (<usize>w << 3);
      const s = load<f32>(latent);
      const tau = load<f32>(latent, 4);
      scoreChoice(count, options, a, drawn, s, tau, extended, short, scales, sumsOf(sums, w));
    }
  }
}

/** Draws the open answers of one cell, `tokens` each, and scores them at each of `worlds` latents; `ease`, Float32 [blocks, 16], in logits. */
export function answerOpen(
  questions: i32,
  tokens: i32,
  ease: usize,
  latents: usize,
  worlds: i32,
  sums: usize,
): void {
  const blocks = (questions + 15) >> 4;
  const chunk = max(1, min(CHUNK, ROWS / tokens));
  for (let from = 0; from < blocks; from += chunk) {
    const count = min(chunk, blocks - from);
    fillUniforms(state, drawn, count * tokens);
    const short = endsShort(questions, from + count);
    const b = ease + <usize>from * ROW;
    for (let w = 0; w < worlds; w++) {
      scoreOpen(count, tokens, b, drawn, load<f32>(latents + (<usize>w << 3)), short, scales, sumsOf(sums, w));
    }
  }
}

/** Whether the block before `block` is the last one and not full. */
function endsShort(questions: i32, block: i32): bool {
  return questions < block << 4;
}

function sumsOf(sums: usize, world: i32): usize {
  return sums + (<usize>(world * SUMMED) << 3);
}
