import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {centre, heightsOf} from '../../src/inference/centred.ts';
import {sortedPoints} from '../../src/inference/curve.ts';
import {bendOf, bendScale, knotsOf} from '../../src/inference/design.ts';
import {knotSums} from '../../src/inference/gram.ts';
import {MOMENTS, PRODUCTS} from '../../src/inference/kernel/kernel.ts';
import {type Exports, makeMemory} from '../../src/inference/kernel/memory.ts';
import {referenceKernel} from '../../src/inference/kernel/reference.ts';
import {simdFitKernel} from '../../src/inference/kernel/simd.ts';
import {columnOrder} from '../../src/inference/menu.ts';
import {SMOOTH_FAMILIES} from '../../src/inference/smoothFamilies.ts';
import {fitGroup} from '../../src/inference/summary.ts';
import {ROOT} from '../house/sources.ts';
import {RULE, simulated} from './series.ts';

const BYTES = readFileSync(join(ROOT, 'dist', 'inference', 'kernel', 'kernel.wasm'));
const fast = simdFitKernel(BYTES);

const unit = fc.double({min: 0, max: 1, noNaN: true});
/** Points by rising loss with weights and from one to four lines. */
const points = fc
  .record({
    x: fc.array(fc.double({min: 1.5, max: 3.5, noNaN: true}), {minLength: 5, maxLength: 60}),
    lines: fc.integer({min: 1, max: 4}),
    seed: fc.integer({min: 1, max: 1000}),
  })
  .map(({x, lines, seed}) => ({
    x: Float64Array.from(x).sort(),
    weight: Float64Array.from(x, (_, i) => 1 + 0.9 * Math.sin(seed * i)),
    lines: Array.from({length: lines}, (_, k) => Float64Array.from(x, (_, i) => Math.cos(seed * (i + k)))),
  }))
  .filter(({x}) => x[x.length - 1]! - x[0]! > 0.1);
const width = fc.oneof(
  fc.constant(0),
  unit.map((u) => 0.002 * 500 ** u),
);

/** t of every point. */
function placesOf(x: Float64Array, eta: number, w: number): Float64Array {
  const {bend} = bendOf(x, eta, w);
  const low = bend[x.length - 1]!;
  return bend.map((h) => (h - low) * bendScale(low, bend[0]!));
}

/** No knots, those of the spline, and those of the fine spline, the highest first. */
const knotLists = fc.constantFrom(0, 2, 4).map((count) => [...knotsOf(count)].sort((a, b) => b - a));

describe('the fast kernel of the fits', () => {
  test('is not the reference', () => {
    expect(fast).not.toBe(referenceKernel);
  });

  test('sums like the reference for any points, onset and width', () => {
    fc.assert(
      fc.property(points, unit, width, knotLists, fc.boolean(), (lined, share, w, knots, far) => {
        const {x} = lined;
        const eta = x[0]! + (0.05 + 0.95 * share) * (x[x.length - 1]! - x[0]!);
        fc.pre(placesOf(x, eta, w).every((t) => knots.every((knot) => Math.abs(t - knot) > 1e-8)));
        const expected = referenceKernel.bent(lined, {knots, far})(eta, w);
        const found = fast.bent(lined, {knots, far})(eta, w);
        expect(found.length).toBe(expected.length);
        // The soft plus ends at e^-25 = 1e-11 of a width, in one kernel a little further out; the longest bend is at least a thirtieth of a width here, so t and its powers move by less than 1e-9.
        for (let k = 0; k < found.length; k++) expect(Math.abs(found[k]! - expected[k]!)).toBeLessThan(1e-8 * x.length);
      }),
      {numRuns: 300},
    );
  });

  test('sums points at one loss like the reference: their far side has no length', () => {
    for (const count of [1, 2, 3]) {
      const x = new Float64Array(count).fill(2);
      const lined = {x, weight: x.map(() => 1), lines: [x.map((_, i) => 1 + i)]};
      const wanted = {knots: [], far: true};
      const [expected, found] = [referenceKernel, fast].map((kernel) => [...kernel.bent(lined, wanted)(2.1, 0)]);
      expect(found).toEqual(expected);
    }
  });

  test('makes residuals of sums as the reference does, bit for bit', () => {
    const cases = fc.record({
      knots: fc.constantFrom(0, 2, 4),
      noise: fc.integer({min: 0, max: 2}),
      far: fc.boolean(),
      numbers: fc.array(fc.double({min: -3, max: 3, noNaN: true}), {minLength: 20, maxLength: 20}),
      sums: fc.array(fc.double({min: -9, max: 9, noNaN: true}), {minLength: 200, maxLength: 200}),
    });
    fc.assert(
      fc.property(cases, ({knots: several, noise, far, numbers, sums}) => {
        // A far side comes with a cubic.
        const count = far ? 0 : several;
        const lines = 1 + noise + Number(far);
        const range = MOMENTS + PRODUCTS * lines;
        const sides = far ? (['flat', 'sloped', 'curved'] as const) : (['flat'] as const);
        const fixed = (k: number) => ({values: numbers[2 * k]!, slope: numbers[2 * k + 1]!});
        const table = {
          size: 5 + count + (far ? 2 : 0),
          knots: knotSums(knotsOf(count), range),
          all: range * count,
          range,
          total: 50 + numbers[19]!,
          directions: Array.from({length: noise}, (_, k) => fixed(k)),
          slope: far ? {values: numbers[8]!, slope: 5 + numbers[9]!} : null,
          orders: sides.map((side) => columnOrder(side, count).slice(0, 8)),
        };
        const size = range * (count + 1) + (far ? PRODUCTS + 1 + lines : 0);
        const given = Float64Array.from(sums.slice(0, size), (sum, i) => (i % range === 0 ? 20 + sum : sum));
        const parts = (made: Float64Array) =>
          table.orders.map((order, k) => made.slice(k * table.size, k * table.size + order.length));
        const expected = parts(referenceKernel.residuals(table)(given));
        expect(parts(fast.residuals(table)(given))).toEqual(expected);
      }),
      {numRuns: 300},
    );
  });

  test('leaves of values what the reference leaves at every node, bit for bit', () => {
    const rows = fc.record({
      points: fc.integer({min: 0, max: 40}),
      nodes: fc.oneof(
        fc.array(fc.integer({min: 0, max: 4}), {maxLength: 9}),
        fc.constantFrom(256, 257).map((count) => Array.from({length: count}, (_, k) => k % 3)),
      ),
      values: fc.integer({min: 0, max: 9}),
      seed: fc.integer({min: 1, max: 1000}),
    });
    fc.assert(
      fc.property(rows, ({points: count, nodes, values, seed}) => {
        const row = (k: number) => Float64Array.from({length: count}, (_, i) => Math.sin(seed * (i + 0.7 * k) + k));
        const starts = [0];
        for (const columns of nodes) starts.push(starts.at(-1)! + columns);
        const columns = Float64Array.from(
          Array.from({length: starts[nodes.length]! + 1}, (_, k) => Array.from(row(k))).flat(),
        );
        const bases = {points: count, columns, starts};
        const given = Array.from({length: values}, (_, k) => row(100 + k));
        expect(fast.rests(bases, given)).toEqual(referenceKernel.rests(bases, given));
      }),
    );
  });

  test('gives the heights of every family like the reference', () => {
    const {x, y} = sortedPoints(simulated(0, {w: 0.05}));
    const heights = heightsOf(centre({y}, {root: x.map((at) => 1 + 0.2 * Math.sin(20 * at)), directions: []}));
    for (const family of SMOOTH_FAMILIES) {
      const [a, b] = [referenceKernel, fast].map((kernel) => kernel.family(family, x, heights));
      for (const location of [1.2, 1.9, 2.3, 3.4]) {
        for (const scale of [0.01, 0.05, 0.3, 6]) {
          // A column that is nearly constant costs some of sixteen digits.
          expect(Math.abs(b!(location, scale) / a!(location, scale) - 1)).toBeLessThan(1e-8);
        }
      }
    }
  });

  test('keeps several curves apart that are asked for by turns', () => {
    fc.assert(
      fc.property(points, points, (first, second) => {
        const wanted = {knots: [0.5, 0.2], far: false};
        const [alone, other] = [first, second].map((lined) => Array.from(fast.bent(lined, wanted)(2.1, 0.03)));
        const [a, b] = [fast.bent(first, wanted), fast.bent(second, wanted)];
        expect(Array.from(a(2.1, 0.03))).toEqual(alone);
        expect(Array.from(b(2.1, 0.03))).toEqual(other);
        expect(Array.from(a(2.1, 0.03))).toEqual(alone);
      }),
    );
  });

  test('leads to the fits of the reference', () => {
    const inputs = [
      {metric: 'accuracy', curve: simulated(3, {w: 0.03})},
      {metric: 'probability', curve: simulated(4, {w: 0.03, continuous: true})},
    ].map((one) => ({world: null, benchmark: 'b', ...one}));
    const [a, b] = [referenceKernel, fast].map(
      (kernel) => fitGroup(inputs, {rule: RULE, resamples: 0, seed: 's', kernel}, {detail: false}).curves,
    );
    b!.forEach(({fit}, k) => {
      const expected = a![k]!.fit;
      expect(fit.shape).toBe(expected.shape);
      // The search ends between places 2e-6 nats apart.
      expect(Math.abs(fit.onset!.estimate - expected.onset!.estimate)).toBeLessThan(1e-5);
      expect(Math.abs(fit.width.high - expected.width.high)).toBeLessThan(1e-6);
    });
  });
});

test('a memory refuses what it has no room for, rather than write over what lies behind', () => {
  const exports = {
    memory: {buffer: new ArrayBuffer(2 ** 16), grow: () => undefined},
    cubics: {value: 0},
    free: {value: 2 ** 14},
  } as unknown as Exports;
  const memory = makeMemory(exports);
  const most = (memory.places - memory.fixed) / Float64Array.BYTES_PER_ELEMENT;
  const of = (count: number) => ({numbers: new Float64Array(count).fill(1), places: Int32Array.of(3)});
  memory.fix(of(most));
  expect(() => memory.fix(of(most + 1))).toThrow(RangeError);
  expect(new Int32Array(exports.memory.buffer, memory.places, 1)).toEqual(Int32Array.of(3));
});

describe('where an engine has no vectors', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('the reference stands in', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(simdFitKernel(BYTES)).toBe(referenceKernel);
    vi.stubGlobal('WebAssembly', {validate: () => false});
    expect(simdFitKernel(BYTES)).toBe(referenceKernel);
  });
});
