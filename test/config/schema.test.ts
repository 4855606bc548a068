import {readFile} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {schemaText} from '../../src/node/commands/schema.ts';
import {NAMES} from '../../src/node/names.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {CURVES} from '../../src/science/curves/registry.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {METRICS} from '../../src/science/metrics/registry.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';

interface Node {
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
}

const schema: unknown = JSON.parse(schemaText());

function nodes(value: unknown): Node[] {
  if (value === null || typeof value !== 'object') return [];
  return [value as Node, ...Object.values(value).flatMap(nodes)];
}

describe('the JSON Schema', () => {
  test('in the repository is the one that the program prints', async () => {
    const file = await readFile(new URL('../../mirage-lab.schema.json', import.meta.url), 'utf8');
    expect(file, 'run npm run build && npm run schema').toBe(schemaText());
  });

  test('describes every key', () => {
    const keys = nodes(schema).flatMap(({properties}) =>
      properties && typeof Object.values(properties)[0] === 'object' ? Object.entries(properties) : [],
    );
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter(([, {description}]) => !description).map(([key]) => key)).toEqual([]);
  });

  test('names every entry of every registry', () => {
    const words = new Set(nodes(schema).flatMap((node) => [...(node.enum ?? []), node.const]));
    const names = [POPULATIONS, LAWS, CURVES, WORLDS, BENCHMARKS, METRICS, FIGURES].flatMap((registry) =>
      registry.map(({name}) => name),
    );
    const presets = LAWS.flatMap((law) => Object.keys(law.presets));
    expect([...names, ...presets].filter((name) => !words.has(name))).toEqual([]);
  });
});

test('a study that names no figures draws the usual ones, and may name all', () => {
  const study = (more = '') => parseConfig(`name: a\npopulation: du2024-small\nbenchmarks: [mmlu]\n${more}`, NAMES);
  const {figures} = study().experiment;
  expect(figures).toEqual(NAMES.usual.filter((name) => !Object.hasOwn(NAMES.reads, name)));
  expect(figures).not.toContain('sample-correlations');
  expect(study('figures: [sample-correlations]\n').experiment.figures).toEqual(['sample-correlations']);
});
