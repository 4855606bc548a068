import {readdir, readFile} from 'node:fs/promises';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {stringify} from 'yaml';
import {canonicalJson} from '../../src/config/canonical.ts';
import {ConfigFaults} from '../../src/config/faults.ts';
import {writeConfig} from '../../src/config/write.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';
import {parse} from './messages.ts';

const amount = fc.integer({min: 1_000_000, max: 1_000_000_000_000});
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((text) => text !== 'gallery');
const optional = {noNullPrototype: true, requiredKeys: []} satisfies fc.RecordConstraints<never>;

const runs = fc
  .uniqueArray(
    fc.record(
      {
        name,
        family: name,
        params: amount,
        tokens: amount,
        batch: amount,
        schedule: fc.constantFrom('cosine', 'constant'),
        checkpoints: fc.integer({min: 1, max: 9}),
      },
      {noNullPrototype: true, requiredKeys: ['name', 'params', 'tokens']},
    ),
    {selector: (run) => `${run.family ?? ''}/${run.name}`, minLength: 1, maxLength: 4},
  )
  .map((list) => ({runs: list}));
const grid = fc
  .record(
    {
      params: fc.record({from: amount, to: amount, count: fc.integer({min: 1, max: 4})}),
      tokensPerParam: fc.constantFrom(20, [20, 200]),
      checkpoints: fc.integer({min: 1, max: 5}),
    },
    {noNullPrototype: true},
  )
  .filter(({params}) => params.count === 1 || Math.abs(Math.log(params.from / params.to)) > 0.1)
  .map((value) => ({grid: value}));
const presets = LAWS.flatMap((law) => Object.keys(law.presets).map((preset) => ({law, preset})));
const loss = fc.constantFrom(...presets).chain(({law, preset}) => {
  const [key] = Object.keys(law.parameters);
  return fc.constantFrom(preset, law.name, {preset, [key!]: 1.75}, {form: law.name}, {form: law.name, [key!]: 1.75});
});
const worlds = fc
  .uniqueArray(
    fc.oneof(
      fc.constantFrom(...WORLDS.map((world) => world.name)),
      fc.record(
        {world: fc.constantFrom('smooth', 'smooth-logistic'), name, middle: fc.double({min: 1, max: 3, noNaN: true})},
        {noNullPrototype: true},
      ),
    ),
    {selector: (world) => (typeof world === 'string' ? world : world.name), minLength: 1, maxLength: 3},
  )
  .filter((list) =>
    list.every((world) => typeof world === 'string' || !WORLDS.some((entry) => entry.name === world.name)),
  );
const benchmarks = fc.constantFrom(
  ['mmlu'],
  ['c-eval', {preset: 'mmlu', questions: 50, wiggle: 0.1, worlds: {}}],
  [
    {
      name: 'own',
      questions: 40,
      options: 5,
      curves: {smooth: {curve: 'logistic', amplitude: 0.5, middle: 2, scale: 0.1}},
    },
  ],
);

const config = fc.record(
  {
    name,
    population: fc.oneof(fc.constant('du2024-large'), runs, grid),
    benchmarks,
    worlds,
    loss,
    seed: fc.oneof(fc.string({minLength: 1, maxLength: 20, unit: 'grapheme'}), fc.integer()),
    replicates: fc.integer({min: 1, max: 50}),
    noise: fc.oneof(fc.constant('off'), fc.record({run: fc.double({min: 0, max: 1, noNaN: true})}, optional)),
    verdict: fc.record({margin: fc.constantFrom(0.01, 0.02)}, optional),
  },
  {noNullPrototype: true, requiredKeys: ['name', 'population', 'benchmarks']},
);

describe('experiment.yaml', () => {
  test('reads back to the same experiment', () => {
    let sound = 0;
    fc.assert(
      fc.property(config, (input) => {
        let parsed: ReturnType<typeof parse>;
        try {
          parsed = parse(stringify(input));
        } catch (error) {
          if (!(error instanceof ConfigFaults)) throw error;
          // A threshold above all losses of an odd law: refused, so nothing to write.
          return;
        }
        sound += 1;
        const again = parse(writeConfig(parsed.config, parsed.experiment));
        expect(again.experiment).toEqual(parsed.experiment);
        expect(writeConfig(again.config, again.experiment)).toBe(writeConfig(parsed.config, parsed.experiment));
      }),
      {seed: 42, numRuns: 300},
    );
    expect(sound).toBeGreaterThan(100);
  });

  test('of every config in the repository reads back to the same experiment', async () => {
    const folder = new URL('../../configs/du2024/', import.meta.url);
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) {
      const text = await readFile(new URL(file, folder), 'utf8');
      expect(text.split('\n')[0], file).toBe('# yaml-language-server: $schema=../../mirage-lab.schema.json');
      const {config: filled, experiment} = parse(text);
      expect(parse(writeConfig(filled, experiment)).experiment, file).toEqual(experiment);
    }
  });

  test('tells how often questions are tried where a metric asks for it, and only there', () => {
    const common = 'name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\n';
    const asked = parse(`${common}metrics: [passUntil]\nsampling: {successes: 4}\n`);
    const text = writeConfig(asked.config, asked.experiment);
    for (const line of ['  samples: 100', '  k: 10', '  successes: 4', '  most: 100000']) {
      expect(text.split('\n')).toContain(line);
    }
    expect(parse(text).experiment).toEqual(asked.experiment);
    const plain = parse(`${common}metrics: [exactStringMatch]\nsampling: {successes: 4}\n`);
    expect(writeConfig(plain.config, plain.experiment)).not.toContain('sampling');
    expect(canonicalJson(plain.experiment)).toBe(
      canonicalJson(parse(`${common}metrics: [exactStringMatch]\n`).experiment),
    );
  });

  test('shows every default', () => {
    const {config: filled, experiment} = parse('name: a\npopulation: du2024-large\nbenchmarks: [mmlu]\n');
    const text = writeConfig(filled, experiment);
    for (const line of [
      'seed: mirage',
      'replicates: 1',
      'loss: du2024',
      '  correlation: 0.7',
      'worlds: [threshold, smooth]',
      'fidelity: items',
      '  wideMargin: 0.06',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });
});

test('the canonical text of an experiment does not depend on the order of keys', () => {
  const one = parse('name: a\nseed: b\npopulation: du2024-large\nbenchmarks: [mmlu]\n').experiment;
  const two = parse('benchmarks: [mmlu]\npopulation: du2024-large\nseed: b\nname: a\n').experiment;
  expect(canonicalJson(one)).toBe(canonicalJson(two));
  expect(canonicalJson({b: 1, a: [{d: 1, c: 2}]})).toBe('{"a":[{"c":2,"d":1}],"b":1}');
});
