import {expect, test} from 'vitest';
import {LAWS} from '../../src/science/laws/registry.ts';

function loss(preset: string, at: {N?: number; Nne?: number; D?: number; S?: number; lr?: number}): number {
  const form = LAWS.find((entry) => preset in entry.presets)!;
  const {N = 1e9, D = 1e9, S = 1, lr = 0} = at;
  return form.build(form.presets[preset]!.values)({N, Nne: at.Nne ?? N, D, S, lr});
}

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
  ['kaplan2020-c', {Nne: 1, D: 8.64e19 / 6}, 2.5742],
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

test('every preset gives a finite loss that falls with size, data and steps', () => {
  for (const form of LAWS) {
    for (const preset of Object.keys(form.presets)) {
      const small = loss(preset, {N: 1e8, Nne: 1e8, D: 1e10, S: 1e3});
      const large = loss(preset, {N: 1e10, Nne: 1e10, D: 1e12, S: 1e5});
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
