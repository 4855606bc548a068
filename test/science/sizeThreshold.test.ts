import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {LAWS} from '../../src/science/laws/registry.ts';
import {sizeThreshold} from '../../src/science/sizeThreshold.ts';

const formOf = (preset: string) => LAWS.find(({presets}) => Object.hasOwn(presets, preset))!;

/** Threshold and tokens with N* in 1e9 parameters, from our fit to the final losses of Du et al. 2024. */
const SIZES = [
  ['125b', 1.25e11, 2.2, 3.48],
  ['500b', 5e11, 2.2, 1.76],
  ['3t', 3e12, 2.2, 1.15],
  ['125b', 1.25e11, 2.13, 6.1],
  ['500b', 5e11, 2.13, 2.82],
  ['3t', 3e12, 2.13, 1.76],
] as const;

describe.each(SIZES)('%s tokens, D = %d, threshold %d', (budget, D, eta, billions) => {
  test.each(['du2024-finals', `du2024-henighan-${budget}`])('are crossed at the known size by %s', (preset) => {
    const form = formOf(preset);
    const law = form.atTokens!(form.presets[preset]!.values, {D, lr: 0});
    expect(Math.abs(sizeThreshold(law, eta) / (billions * 1e9) - 1)).toBeLessThan(0.02);
  });
});

describe.each(LAWS.filter(({atTokens}) => atTokens).map((form) => [form.name, form] as const))('%s', (_, form) => {
  test('is its law of size, and its loss at N* is the threshold', () => {
    const preset = fc.constantFrom(...Object.values(form.presets));
    const share = fc.double({min: 0.05, max: 2, noNaN: true});
    const rate = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(preset, share, rate, fc.integer({min: 9, max: 13}), ({values}, above, lr, power) => {
        const D = 10 ** power;
        const law = form.atTokens!(values, {D, lr});
        const eta = law.Linf + above;
        const N = sizeThreshold(law, eta);
        expect(Math.abs(form.build(values)({N, Nne: N, D, S: 1, lr, U: Number.POSITIVE_INFINITY}) - eta)).toBeLessThan(
          1e-9,
        );
      }),
    );
  });
});

test('no size crosses a threshold below the loss of an infinite model', () => {
  const law = {Linf: 1.5, N0: 3e8, alphaN: 0.24};
  expect(sizeThreshold(law, 1.5)).toBe(Number.POSITIVE_INFINITY);
  expect(sizeThreshold(law, 1.4)).toBe(Number.POSITIVE_INFINITY);
  expect(sizeThreshold(law, 2.5)).toBe(3e8);
});
