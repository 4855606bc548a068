import {readFile} from 'node:fs/promises';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {ConfigFaults} from '../../src/config/faults.ts';
import {settingOf} from '../../src/config/settings.ts';
import {NAMES} from '../../src/node/names.ts';
import {ERRORS} from '../../src/report/words/errors.ts';

const text = await readFile(new URL('../../configs/du2024/metrics.yaml', import.meta.url), 'utf8');
const DETAILS = `${text}
loss: {preset: du2024, E: 1.4}
`
  .replace('loss: du2024\n', '')
  .replace('[mmlu, c-eval]', '[{preset: mmlu, worlds: {threshold: {eta: 2.1}}}, c-eval]');

const piece = fc.constantFrom(
  '[',
  ']',
  '{',
  '}',
  ':',
  '- ',
  '*a',
  '&a ',
  '"',
  "'",
  '\n',
  '\t',
  '#',
  '!!x ',
  '|',
  '>',
  '---\n',
  '-1',
  '1e999',
  '.nan',
  'null',
  'true',
  '~',
  '? ',
  '0x',
  '__proto__',
  ', ',
  '<<',
  '\u0000',
  '中',
);
const edit = fc.record({
  at: fc.double({min: 0, max: 1, noNaN: true}),
  drop: fc.nat(12),
  put: fc.oneof(piece, fc.string({maxLength: 3})),
});
const path = fc.array(
  fc.constantFrom(
    'loss',
    'worlds',
    'benchmarks',
    'noise',
    'population',
    'name',
    'runs',
    '[0]',
    '[1]',
    'eta',
    'preset',
    'E',
    '__proto__',
    '["a.b"]',
  ),
  {minLength: 1, maxLength: 4},
);
const setting = fc
  .tuple(path, fc.oneof(piece, fc.json({maxDepth: 2})))
  .map(([parts, value]) => `${parts.join('.').replaceAll('.[', '[')}=${value}`);

function edited(original: string, edits: readonly {at: number; drop: number; put: string}[]): string {
  return edits.reduce((now, {at, drop, put}) => {
    const place = Math.floor(at * now.length);
    return now.slice(0, place) + put + now.slice(place + drop);
  }, original);
}

/** Faults of a text, each with words and a place inside the file or an option. */
function check(config: string, sets: readonly string[]): 'sound' | 'refused' {
  try {
    parseConfig(config, {...NAMES, settings: sets.map(settingOf)});
    return 'sound';
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    const lines = config.split('\n').length;
    expect(error.faults.length).toBeGreaterThan(0);
    for (const {code, line, column, file} of error.faults) {
      expect(ERRORS).toHaveProperty(code);
      if (line === null) expect(file).toMatch(/^--set /);
      else expect(line >= 1 && line <= lines && column! >= 1).toBe(true);
    }
    return 'refused';
  }
}

test('a config damaged in any way is read or refused with words and a place, never with another error', () => {
  const count = {sound: 0, refused: 0};
  fc.assert(
    fc.property(fc.array(edit, {minLength: 1, maxLength: 4}), (edits) => {
      count[check(edited(DETAILS, edits), [])] += 1;
    }),
    {seed: 42, numRuns: 2000},
  );
  expect(count.refused).toBeGreaterThan(500);
});

test('any --set is taken or refused with words, never with another error', () => {
  const count = {sound: 0, refused: 0};
  fc.assert(
    fc.property(fc.array(setting, {minLength: 1, maxLength: 3}), (sets) => {
      count[check(DETAILS, sets)] += 1;
    }),
    {seed: 42, numRuns: 2000},
  );
  expect(count.refused).toBeGreaterThan(500);
});
