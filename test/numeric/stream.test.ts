import fc from 'fast-check';
import {expect, test} from 'vitest';
import {normals} from '../../src/numeric/normal.ts';
import {type Address, fillWords, nameWord, streamAt, streamKey, uniforms} from '../../src/numeric/stream.ts';

test('keys differ by seed, by purpose and by every byte of a Chinese seed', () => {
  const keys = [
    streamKey('a', 'x'),
    streamKey('b', 'x'),
    streamKey('a', 'y'),
    streamKey('一', 'x'),
    streamKey('伀', 'x'),
  ];
  expect(new Set(keys.map(({k0, k1}) => `${k0} ${k1}`)).size).toBe(keys.length);
});

test('words of a stream are the same however they are cut into pieces', () => {
  const stream = streamAt(streamKey('s', 'p'), [1, 2, 3, 4]);
  const whole = new Uint32Array(64);
  fillWords(stream, 0, whole);
  fc.assert(
    fc.property(fc.integer({min: 0, max: 15}), (from) => {
      const part = new Uint32Array(4);
      fillWords(stream, from, part);
      return part.every((word, i) => word === whole[4 * from + i]);
    }),
  );
});

test('uniform numbers of a stream are the same from any even place onwards', () => {
  const stream = streamAt(streamKey('s', 'p'), [1, 2, 3, 4]);
  const whole = uniforms(stream, 40);
  for (const from of [2, 10, 24]) expect(uniforms(stream, 11, from)).toEqual(whole.slice(from, from + 11));
});

test('uniform numbers lie inside the open interval and fill it evenly', () => {
  const count = 100_000;
  const u = uniforms(streamAt(streamKey('s', 'u'), [0, 0, 0, 0]), count);
  const bins = new Float64Array(20);
  for (const value of u) {
    expect(value > 0 && value < 1).toBe(true);
    bins[Math.floor(20 * value)]! += 1;
  }
  const chi2 = bins.reduce((sum, n) => sum + (n - count / 20) ** 2 / (count / 20), 0);
  // 19 degrees of freedom: mean 19, standard deviation 6.2; four standard errors.
  expect(Math.abs(chi2 - 19)).toBeLessThan(4 * Math.sqrt(38));
});

test('neighbouring addresses are uncorrelated in every word of the address', () => {
  const key = streamKey('s', 'n');
  const count = 20_000;
  for (let word = 0; word < 4; word++) {
    let sum = 0;
    let last = Number.NaN;
    for (let i = 0; i <= count; i++) {
      const address: [number, number, number, number] = [5, 6, 7, 8];
      address[word] = i;
      const z = normals(streamAt(key, address as Address), 1)[0]!;
      if (i > 0) sum += z * last;
      last = z;
    }
    expect(Math.abs(sum / count)).toBeLessThan(4 / Math.sqrt(count));
  }
});

test('names give words without collisions over the names of this field', () => {
  const names = ['mmlu', 'c-eval', 'gsm8k', 'gsm8k-zh', '1.5B', '6B', '32B', 'du2024-large/6B', 'du2024-large/32B'];
  expect(new Set(names.map(nameWord)).size).toBe(names.length);
});
