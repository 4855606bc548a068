import {describe, expect, test} from 'vitest';
import {ademp} from '../../src/report/design.ts';
import type {Drawing} from '../../src/report/figure.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {undrawnText} from '../../src/report/undrawn.ts';
import {trainedStudy} from './trained.ts';
import {warningsOf} from './warnings.ts';

/** Figures of losses alone; that of recovered laws is refused before a study without any begins. */
const TRAINING = FIGURES.filter(({reads}) => reads !== undefined);

const study = (population: string, rest = 'loss: kaplan2020-training\nnoise: off\n') =>
  `name: degenerate\nreplicates: 1\npopulation: ${population}\n${rest}`;
const SIZES = 'params: {from: 1e6, to: 1e9, count: 6}';
const ALONG = 'schedule: constant, checkpoints: {from: 1e8, count: 20}';
const HOFFMANN = 'loss: hoffmann2022\nnoise: {run: 0.02, checkpoint: 0.003}\n';

/** Studies at the edge of what can be drawn, with the figures that their runs fill. */
const STUDIES: readonly (readonly [string, string, readonly string[]])[] = [
  ['one run of one checkpoint', study('{grid: {params: 1e8, tokens: 1e10}}'), []],
  [
    'sizes of one checkpoint each',
    study(`{grid: {${SIZES}, tokens: 1e10}}`),
    ['loss-power-laws', 'learning-curves', 'transfer'],
  ],
  [
    'sizes that end within their first step',
    study(`{grid: {${SIZES}, tokens: 1e5, checkpoints: 5}}`),
    ['loss-power-laws', 'learning-curves', 'transfer'],
  ],
  [
    'runs of one size, named alike in their families',
    study(
      `{runs: [${[1, 2, 3, 4, 5, 6].map((i) => `{family: f${i}, name: r, params: 1e8, tokens: 1e10, ${ALONG}}`).join(', ')}]}`,
    ),
    [],
  ],
  ['a data set of one token', study(`{grid: {${SIZES}, tokens: 1e10, unique: 1, checkpoints: 5}}`), ['early-stopping']],
  [
    'sizes on two data sets of one checkpoint',
    study(`{grid: {${SIZES}, tokens: 1e10, unique: [1e7, 1e8]}}`, HOFFMANN),
    ['overfitting'],
  ],
  [
    'models beyond every published one',
    study(
      '{grid: {params: {from: 1e17, to: 1e18, count: 8}, tokens: 1e18, checkpoints: {from: 1e6, count: 30}, schedule: constant}}',
    ),
    [
      'loss-power-laws',
      'learning-curves',
      'fixed-budgets',
      'compute-frontiers',
      'optimal-size-and-steps',
      'data-crossing',
      'extrapolation',
      'transfer',
      'isoflop',
    ],
  ],
  [
    'a law fitted to runs of another, which leave some of its constants open',
    study(
      '{grid: {params: {from: 1e7, to: 1e10, count: 8}, tokens: [1e9, 1e10]}}',
      'loss: hoffmann2022\nrecover: [{loss: kaplan2020-n, fit: chinchilla, resamples: 5}]\n',
    ),
    ['loss-power-laws', 'learning-curves', 'transfer', 'recovery-table', 'compute-optimal'],
  ],
];

type Layer = {
  readonly mark: string | {readonly type: string};
  readonly data?: {readonly values: ReadonlyArray<Record<string, unknown>>};
  readonly encoding: Record<string, {field?: string; type?: string; scale?: {domain?: readonly number[]}} | undefined>;
};

const layersOf = ({spec}: Drawing): readonly Layer[][] =>
  (spec as unknown as {concat: {layer: Layer[]}[]}).concat.map(({layer}) => layer);

/** What a layer shows of runs: points, and lines told apart by run. */
function ofRuns({mark, encoding}: Layer): boolean {
  const type = typeof mark === 'string' ? mark : mark.type;
  return type === 'circle' || type === 'point' || (type === 'line' && encoding.detail !== undefined);
}

function isSeen({data, encoding}: Layer): boolean {
  return data!.values.some((value) =>
    [encoding.x!, encoding.y!].every(({field, scale}) => {
      const [low, high] = scale!.domain!;
      return (value[field!] as number) >= low! && (value[field!] as number) <= high!;
    }),
  );
}

/** Numbers of a spec that are none, as JSON would store them; a null is a number only where no filter takes it out. */
function notFinite(part: unknown): boolean {
  if (typeof part === 'number') return !Number.isFinite(part);
  return part !== null && typeof part === 'object' && Object.values(part).some(notFinite);
}

describe.each(STUDIES)('%s', async (_, text, filled) => {
  const made = await trainedStudy(text);
  const drawn = TRAINING.map(({name, draw}) => ({name, drawings: draw(made, 'en')})).filter(
    ({drawings}) => drawings.length > 0,
  );

  test('fills these figures, and every other one says what it needs', () => {
    expect(drawn.map(({name}) => name)).toEqual(filled);
    const names = TRAINING.map(({name}) => name).filter((name) => name !== 'recovery-table');
    for (const name of names.filter((one) => !filled.includes(one)))
      expect(undrawnText({...made, figures: [name]}, [], 'en')).toContain(`${name} (needs `);
  });

  test('is told in the singular where there is one', () => {
    const told = ademp({...made, experiment: made.experiment!}, 'en').flatMap(({items}) => items);
    expect(told.join(' ')).not.toMatch(/\b1 (runs|checkpoints|replicates|resamples)\b/);
  });

  test('gives specs of numbers, without an empty layer or a warning', () => {
    for (const drawing of drawn.flatMap(({drawings}) => drawings)) {
      expect(notFinite(drawing.spec)).toBe(false);
      expect(JSON.stringify(drawing.spec)).not.toContain('"values":[]}');
      expect(warningsOf(drawing.spec)).toEqual([]);
      expect(drawing.caption).not.toMatch(/\(\)|\{\w+\}| {2}/);
    }
  });

  test('shows some of its runs in every panel', () => {
    const panels = drawn
      .filter(({name}) => name !== 'recovery-table')
      .flatMap(({drawings}) => drawings.flatMap(layersOf));
    for (const layers of panels) {
      const runs = layers.filter(ofRuns);
      if (runs.length > 0) expect(runs.some(isSeen) ? '' : JSON.stringify(runs[0]!.encoding).slice(0, 500)).toBe('');
    }
  });
});

test('a constant that a fit leaves without a finite value is in no drawing as a number', async () => {
  const made = await trainedStudy(STUDIES.at(-1)![1]);
  const without = <T extends {readonly estimate: number | null}>(all: readonly T[]): T[] =>
    all.map((one) => ({...one, estimate: null, low: null, high: null}));
  const recovery = made.findings.recovery!.map((one) => ({
    ...one,
    parameters: without(one.parameters),
    optimal: without(one.optimal),
  }));
  const open = {...made, findings: {...made.findings, recovery}};
  const draw = (name: string) => FIGURES.find((figure) => figure.name === name)!.draw(open, 'en');
  const [table] = draw('recovery-table');
  expect(JSON.stringify(table!.spec)).toContain('\u2013');
  for (const drawing of [...draw('recovery-table'), ...draw('compute-optimal')]) {
    expect(notFinite(drawing.spec)).toBe(false);
    expect(warningsOf(drawing.spec)).toEqual([]);
  }
});
