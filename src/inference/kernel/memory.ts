import {CUBICS} from '../../numeric/softplus.ts';
import {reach} from '../../numeric/vectors.ts';

/** What src/inference/kernel/wasm/kernel.ts exports: places in its memory, in bytes, and its functions. */
export interface Exports {
  readonly memory: {readonly buffer: ArrayBuffer; grow(pages: number): number};
  readonly cubics: {readonly value: number};
  readonly free: {readonly value: number};
  forget(): void;
  bentSums(
    rows: number,
    stride: number,
    points: number,
    lines: number,
    eta: number,
    w: number,
    knots: number,
    perLoss: number,
    sums: number,
  ): void;
  curveSums(
    rows: number,
    stride: number,
    points: number,
    lines: number,
    kind: number,
    distance: number,
    rate: number,
    start: number,
    sums: number,
  ): void;
}

const NUMBER = 8;
/** Numbers kept free for sums: enough for four knots and seven lines, where there are at most four. */
const SUMS = 256;

/** Values of one row, the rest of it `pad`. */
interface Row {
  readonly index: number;
  readonly values: Float64Array;
  readonly pad: number;
}

/** What the memory holds at a time: rows of as many points, an even number, and two more places each. */
export interface Held {
  readonly points: number;
  readonly count: number;
  rows(): readonly Row[];
}

/** How an even number of points is laid out. */
export function layout(count: number): {readonly points: number; readonly stride: number} {
  const points = 2 * Math.ceil(count / 2);
  return {points, stride: (points + 2) * NUMBER};
}

/** The memory of one instance: it holds the points of one owner at a time, who writes them again where it finds those of another. */
export interface Memory {
  /** Places in bytes. */
  readonly rows: number;
  readonly sums: number;
  hold(owner: Held): void;
  /** The first sums. */
  seen(size: number): Float64Array;
}

/** Lays out the memory of an instance. */
export function makeMemory(exports: Exports): Memory {
  const sums = Math.ceil(exports.free.value / 16) * 16;
  const rows = sums + SUMS * NUMBER;
  new Float64Array(exports.memory.buffer, exports.cubics.value, CUBICS.length).set(CUBICS);
  let owner: Held | null = null;
  let view = new Float64Array(0);
  return {
    rows,
    sums,
    hold(by) {
      if (owner === by) return;
      const {stride} = layout(by.points);
      if (reach(exports.memory, rows + by.count * stride)) view = new Float64Array(0);
      for (const {index, values, pad} of by.rows()) {
        const row = new Float64Array(exports.memory.buffer, rows + index * stride, stride / NUMBER);
        row.set(values);
        row.fill(pad, values.length);
      }
      exports.forget();
      owner = by;
    },
    seen(size) {
      if (view.length !== size) view = new Float64Array(exports.memory.buffer, sums, size);
      return view;
    },
  };
}
