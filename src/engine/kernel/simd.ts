import {blocksFor, LANES} from '../../numeric/lanes.ts';
import {instances, reach} from '../../numeric/vectors.ts';
import {SUMMED} from '../../science/metric.ts';
import {type Kernel, type Scored, type Scorer, sharesOf} from './kernel.ts';
import {referenceKernel} from './reference.ts';
import {SCALES} from './sums.ts';

/** What src/engine/kernel/wasm/kernel.ts exports: places in its memory, in bytes, and its functions. */
interface Exports {
  readonly memory: {readonly buffer: ArrayBuffer; grow(pages: number): number};
  readonly state: {readonly value: number};
  readonly habit: {readonly value: number};
  readonly scales: {readonly value: number};
  readonly free: {readonly value: number};
  answerChoice(
    questions: number,
    options: number,
    strength: number,
    latents: number,
    worlds: number,
    sums: number,
    extended: number,
    persists: number,
    own: number,
    share: number,
  ): void;
  answerOpen(questions: number, tokens: number, ease: number, latents: number, worlds: number, sums: number): void;
}

const VECTOR = 4;

/** The next multiple of 16 bytes, which vectors are aligned to. */
const aligned = (place: number): number => Math.ceil(place / 16) * 16;

/** Scales of every statistic: of a whole vector, then of the four vectors of the last block, 0 where there is no question. */
function writeScales(exports: Exports, questions: number): void {
  const {buffer} = exports.memory;
  const size = 5 * SUMMED.length * VECTOR;
  const scales = new Float32Array(buffer, exports.scales.value, size);
  const masks = new Int32Array(buffer, exports.scales.value, size);
  const last = questions - (blocksFor(questions) - 1) * LANES;
  for (let i = 0; i < size; i++) {
    const lane = i - SUMMED.length * VECTOR;
    const vector = Math.floor(lane / (SUMMED.length * VECTOR));
    const asked = lane < 0 || vector * VECTOR + (i % VECTOR) < last;
    const statistic = Math.floor(i / VECTOR) % SUMMED.length;
    if (statistic === 0) masks[i] = asked ? -1 : 0;
    else scales[i] = asked ? SCALES[statistic]! : 0;
  }
}

/** Lays out latents, sums and traits behind the kernel's own memory. */
function layOut({memory, free}: Exports, questions: number, latents: number) {
  const at = aligned(free.value);
  const sums = aligned(at + 8 * latents);
  const traits = aligned(sums + 8 * latents * SUMMED.length);
  const end = traits + 4 * blocksFor(questions) * LANES;
  reach(memory, end);
  return {latents: at, sums, traits};
}

function scorerOf(exports: Exports, benchmark: Scored, extended: boolean, most: number): Scorer {
  const {questions, answer} = benchmark;
  const place = layOut(exports, questions, most);
  const {buffer} = exports.memory;
  const state = new Int32Array(buffer, exports.state.value, 4 * LANES);
  const habits = new Int32Array(buffer, exports.habit.value, 4 * LANES);
  const latent = new Float32Array(buffer, place.latents, 2 * most);
  const sums = new Float64Array(buffer, place.sums, most * SUMMED.length);
  const traits = new Float32Array(buffer, place.traits, blocksFor(questions) * LANES);
  const {fresh, kept} = sharesOf(benchmark);
  let scaled = 0;
  const call = (asked: number, count: number, persists: boolean): void => {
    if (asked !== scaled) writeScales(exports, asked);
    scaled = asked;
    if (answer.kind === 'open') {
      exports.answerOpen(asked, answer.tokens, place.traits, place.latents, count, place.sums);
      return;
    }
    const flags = [Number(extended), Number(persists)] as const;
    exports.answerChoice(asked, answer.options, place.traits, place.latents, count, place.sums, ...flags, fresh, kept);
  };
  return {
    question(given) {
      traits.set(given);
    },
    answer(own, habit, latents, first = questions) {
      state.set(own);
      if (habit) habits.set(habit);
      latents.forEach(({s, tau}, i) => {
        latent[2 * i] = s * Math.LOG2E;
        latent[2 * i + 1] = tau * Math.LOG2E;
      });
      sums.fill(0);
      call(first, latents.length, habit !== null);
      return sums;
    },
  };
}

/**
 * The kernel in WebAssembly with vectors of four questions (src/engine/kernel/wasm), from the bytes of kernel.wasm: the same bits as the
 * reference. The reference itself where an engine has no vectors.
 */
export function simdKernel(bytes: Uint8Array): Kernel {
  const make = instances<Exports>(bytes);
  if (!make) return referenceKernel;
  return (benchmark, {extended, latents}) => scorerOf(make(), benchmark, extended, latents);
}
