import {describe, expect, test} from 'vitest';
import {LAWS} from '../../src/science/laws/registry.ts';

function loss(preset: string, at: {N?: number; Nne?: number; D?: number; S?: number; lr?: number}): number {
  const form = LAWS.find((entry) => preset in entry.presets)!;
  const {N = 1e9, D = 1e9, S = 1, lr = 0} = at;
  return form.build(form.presets[preset]!.values)({N, Nne: at.Nne ?? N, D, S, U: Number.POSITIVE_INFINITY, lr});
}

/** What a law ignores. */
const REST = {N: 1, Nne: 1, S: 1, U: Number.POSITIVE_INFINITY, lr: 0} as const;

/** Kaplan et al. 2020: values worked out from the published constants with 30 digits. */
const KAPLAN = [
  ['kaplan2020-n', {Nne: 768}, 6.926171],
  ['kaplan2020-n', {Nne: 1e9}, 2.37564],
  ['kaplan2020-n', {Nne: 1.5e9}, 2.303551],
  ['kaplan2020-d', {D: 2.2e7}, 4.046199],
  ['kaplan2020-d', {D: 2.29e10}, 2.091188],
  ['kaplan2020', {Nne: 7.08e8, D: 2.2e10}, 2.42148],
  ['kaplan2020', {Nne: 393200, D: 2.2e10}, 4.20834],
  ['kaplan2020', {Nne: 8.5e7, D: 6.88e8}, 3.0341],
  ['kaplan2020-s', {Nne: 1e6, S: 1e4}, 4.30113],
  ['kaplan2020-s', {Nne: 1e9, S: 1e5}, 2.40051],
  ['kaplan2020-cmin', {Nne: 1, D: 8.64e19 / 6}, 2.6581],
  ['kaplan2020-c', {Nne: 1, D: 8.64e11 / 6}, 7.3559],
  ['kaplan2020-c', {Nne: 1, D: 8.64e15 / 6}, 4.3515],
  ['kaplan2020-c', {Nne: 1, D: 8.64e19 / 6}, 2.5742],
  ['kaplan2020-c', {Nne: 1, D: 8.64e21 / 6}, 1.9799],
] as const;

test.each(KAPLAN)('%s at %j gives the published loss', (preset, at, expected) => {
  const digits = String(expected).split('.')[1]!.length;
  expect(Math.abs(loss(preset, at) - expected)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-12);
});

const CHINCHILLA = [
  ['hoffmann2022', {N: 70e9, D: 1.4e12}, 1.93665],
  ['hoffmann2022', {N: 280e9, D: 300e9}, 1.99326],
] as const;

test.each(CHINCHILLA)('%s at %j gives the published loss', (preset, at, expected) => {
  expect(Math.abs(loss(preset, at) - expected)).toBeLessThan(5.1e-6);
});

test('the refit of Besiroglu et al. predicts 1.974 for Chinchilla and 2.000 for Gopher', () => {
  // The printed constants have four to six digits, so the last digit of the loss may move by one.
  expect(loss('besiroglu2024', {N: 70e9, D: 1.4e12})).toBeCloseTo(1.974, 3);
  expect(loss('besiroglu2024', {N: 280e9, D: 300e9})).toBeCloseTo(2.0, 3);
});

/** Threshold sizes N* = N0 (eta - Linf)^(-1/alphaN) in 1e9 parameters, from the fit to Du et al. 2024. */
const SIZES = [
  ['du2024-henighan-125b', 2.2, 3.48],
  ['du2024-henighan-500b', 2.2, 1.76],
  ['du2024-henighan-3t', 2.2, 1.15],
  ['du2024-henighan-125b', 2.13, 6.1],
  ['du2024-henighan-500b', 2.13, 2.82],
  ['du2024-henighan-3t', 2.13, 1.76],
] as const;

test.each(SIZES)('%s crosses the loss %d at %d billion parameters', (preset, eta, billions) => {
  expect(loss(preset, {N: (billions - 0.005) * 1e9})).toBeGreaterThan(eta - 1e-4);
  expect(loss(preset, {N: (billions + 0.005) * 1e9})).toBeLessThan(eta + 1e-4);
});

/** Test loss of four-digit addition over training examples: the 17 points that Caballero et al. 2022 publish. */
const EXAMPLES = [160, 192, 256, 320, 384, 448, 480, 512, 544, 576, 608, 640, 672, 736, 800, 864, 928];
const ADDITION = [
  2.13809046, 2.11813418, 2.08955508, 2.06988398, 2.05404987, 2.03837089, 2.02814281, 2.00496872, 1.95576149,
  1.86313841, 1.70891537, 1.50637664, 1.29754721, 0.96559684, 0.75856477, 0.64768338, 0.55695445,
];

test('the broken power law leaves 4.95e-5 of squares of log(1 + y) on the published points of addition, less than the authors curve', () => {
  const squares = (preset: string): number =>
    EXAMPLES.reduce((sum, D, i) => sum + Math.log((1 + loss(preset, {D})) / (1 + ADDITION[i]!)) ** 2, 0);
  expect(Number(squares('caballero2022-addition').toPrecision(3))).toBe(4.95e-5);
  expect(squares('caballero2022-addition-script')).toBeGreaterThan(squares('caballero2022-addition'));
});

test('a second break of the broken power law changes the exponent there', () => {
  const form = LAWS.find(({name}) => name === 'bnsl')!;
  const law = form.build({a: 0, b: 5, c0: 0.1, c1: 0.3, d1: 1e6, f1: 0.2, c2: -0.2, d2: 1e12, f2: 0.1});
  const slope = (D: number): number => Math.log(law({...REST, D: 2 * D}) / law({...REST, D})) / Math.log(2);
  expect([1e2, 1e9, 1e16].map((D) => Number(slope(D).toFixed(6)))).toEqual([-0.1, -0.4, -0.2]);
});

describe('the law of quanta', () => {
  const form = LAWS.find(({name}) => name === 'quanta')!;
  const law = form.build({Linf: 1.2, Delta: 5, alpha: 0.4, C: 100, tau: 50});
  const at = (N: number, D: number): number => law({...REST, N, Nne: N, D});
  /** Least-squares slope of ln(L - Linf) over 13 points of three decades. */
  const exponent = (loss: (x: number) => number, from: number): number => {
    const x = Array.from({length: 13}, (_, i) => i / 4);
    const y = x.map((decade) => Math.log10(loss(from * 10 ** decade) - 1.2));
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [mx, my] = [mean(x), mean(y)];
    return (
      -x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0) / x.reduce((s, v) => s + (v - mx) ** 2, 0)
    );
  };

  // For n quanta the local slope is alpha (1 + 1 / (2 n)) to first order: from n = 1000 on within 0.05 %.
  test('falls with size by the exponent alpha where data abound, within 0.05 %', () => {
    expect(Math.abs(exponent((N) => at(N, 1e30), 1e5) / 0.4 - 1)).toBeLessThan(5e-4);
  });

  test('falls with data by the exponent alpha / (1 + alpha) where size abounds, within 0.05 %', () => {
    const data = 50 * 1000 ** 1.4;
    expect(Math.abs(exponent((D) => at(1e30, D), data) / (0.4 / 1.4) - 1)).toBeLessThan(5e-4);
  });

  test('starts at Linf + Delta, takes p_1 away with the first quantum and ends at Linf', () => {
    const zeta = 3.105547277977581;
    expect(at(1e-9, 1e30)).toBeCloseTo(6.2, 9);
    expect(at(100, 1e30)).toBeCloseTo(6.2 - 5 / zeta, 12);
    expect(at(200, 1e30)).toBeCloseTo(6.2 - (5 * (1 + 2 ** -1.4)) / zeta, 12);
    expect(at(1e30, 1e45)).toBeCloseTo(1.2, 9);
  });

  test('is bound by the smaller of size and data', () => {
    const both = at(1e6, 1e6);
    expect(both).toBe(Math.max(at(1e6, 1e30), at(1e30, 1e6)));
  });

  test('its preset meets L(N) of Kaplan et al. within 0.1 % from 1e8 to 1e12 parameters, and L(D) at 2.2e10 tokens', () => {
    for (const N of [1e8, 1e10, 1e12]) {
      const ratio = loss('quanta-kaplan2020', {N, D: 1e30}) / loss('kaplan2020-n', {N});
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-3);
    }
    const ratio = loss('quanta-kaplan2020', {N: 1e30, D: 2.2e10}) / loss('kaplan2020-d', {D: 2.2e10});
    expect(Math.abs(ratio - 1)).toBeLessThan(1e-3);
  });
});

test('every preset gives a finite loss that falls with size, data and steps', () => {
  for (const form of LAWS) {
    // The broken power law of addition counts hundreds of examples.
    const [few, many] = form.name === 'bnsl' ? [200, 800] : [1e10, 1e12];
    for (const preset of Object.keys(form.presets)) {
      const small = loss(preset, {N: 1e8, Nne: 1e8, D: few!, S: 1e3});
      const large = loss(preset, {N: 1e10, Nne: 1e10, D: many!, S: 1e5});
      expect(Number.isFinite(small) && Number.isFinite(large)).toBe(true);
      expect(large).toBeLessThan(small);
    }
  }
});

test('the constants of every preset are exactly the parameters of its form', () => {
  for (const form of LAWS) {
    for (const {values} of Object.values(form.presets)) {
      expect(Object.keys(values).sort()).toEqual(Object.keys(form.parameters).sort());
    }
  }
});
