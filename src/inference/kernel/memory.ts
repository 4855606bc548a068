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
  bentResiduals(
    fixed: number,
    places: number,
    sums: number,
    out: number,
    size: number,
    range: number,
    knots: number,
    directions: number,
    far: boolean,
    orders: number,
  ): void;
  rests(
    columns: number,
    starts: number,
    nodes: number,
    points: number,
    values: number,
    totals: number,
    out: number,
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

/** Bytes of a number. */
export const NUMBER = 8;
/** Numbers kept free for sums: enough for four knots and seven lines, where there are at most four. */
const SUMS = 256;
/**
 * Bytes kept free for what residuals are made of beside sums, as numbers (three, four knots, two of each of seven lines) and as whole numbers,
 * and for residuals: enough for three orders of twelve columns.
 */
const FIXED = 176;
const PLACES = 160;
const RESIDUALS = 288;

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

/** What residuals are made of beside sums. */
export interface Fixture {
  readonly numbers: Float64Array;
  readonly places: Int32Array;
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
  readonly fixed: number;
  readonly places: number;
  readonly residuals: number;
  hold(owner: Held): void;
  /** Lets `fixed` and `places` hold numbers, of one owner at a time as well. Throws RangeError where there is no room for them. */
  fix(owner: Fixture): void;
  /** The first sums. */
  seen(size: number): Float64Array;
  /** The first residuals. */
  seenResiduals(size: number): Float64Array;
}

/** Lays out the memory of an instance. */
export function makeMemory(exports: Exports): Memory {
  const sums = Math.ceil(exports.free.value / 16) * 16;
  const fixed = sums + SUMS * NUMBER;
  const places = fixed + FIXED;
  const residuals = places + PLACES;
  const rows = residuals + RESIDUALS;
  new Float64Array(exports.memory.buffer, exports.cubics.value, CUBICS.length).set(CUBICS);
  let owner: Held | null = null;
  let fixture: Fixture | null = null;
  const views = {sums: new Float64Array(0), residuals: new Float64Array(0)};
  const seenAt = (name: keyof typeof views, place: number, size: number): Float64Array => {
    const view = views[name];
    // A memory that grows takes its old views with it.
    if (view.length === size) return view;
    views[name] = new Float64Array(exports.memory.buffer, place, size);
    return views[name];
  };
  return {
    rows,
    sums,
    fixed,
    places,
    residuals,
    hold(by) {
      if (owner === by) return;
      const {stride} = layout(by.points);
      reach(exports.memory, rows + by.count * stride);
      for (const {index, values, pad} of by.rows()) {
        const row = new Float64Array(exports.memory.buffer, rows + index * stride, stride / NUMBER);
        row.set(values);
        row.fill(pad, values.length);
      }
      exports.forget();
      owner = by;
    },
    fix(by) {
      if (fixture === by) return;
      new Float64Array(exports.memory.buffer, fixed, FIXED / NUMBER).set(by.numbers);
      new Int32Array(exports.memory.buffer, places, PLACES / Int32Array.BYTES_PER_ELEMENT).set(by.places);
      fixture = by;
    },
    seen: (size) => seenAt('sums', sums, size),
    seenResiduals: (size) => seenAt('residuals', residuals, size),
  };
}
