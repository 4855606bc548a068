import {compile} from 'vega-lite';
import {beforeAll, describe, expect, test} from 'vitest';
import type {RecoveryFinding} from '../../src/inference/findings.ts';
import {ademp} from '../../src/report/design.ts';
import {computeOptimalFigure} from '../../src/report/figures/computeOptimal.ts';
import {isoflop} from '../../src/report/figures/isoflop.ts';
import {reconciled} from '../../src/report/figures/reconciled.ts';
import {recoveryTable} from '../../src/report/figures/recoveryTable.ts';
import {exponentSpread} from '../../src/report/isoflopOf.ts';
import {metaText} from '../../src/report/meta.ts';
import {QUANTITIES} from '../../src/report/quantities/registry.ts';
import {constantText, recoveredText, recoveryRows} from '../../src/report/recovery.ts';
import {recoverySummary} from '../../src/report/recoverySummary.ts';
import type {Study} from '../../src/report/study.ts';
import {trainingPlot} from '../../src/report/trainingPlot.ts';
import {allocationOf} from '../../src/science/chinchilla/optimal.ts';
import {sampleStudy} from './sampleStudy.ts';
import {trainedStudy} from './trained.ts';

const ISOFLOP = `name: i
replicates: 12
population: {grid: {params: {from: 3e7, to: 3e10, count: 24}, compute: [6e18, 3e19, 1e20, 6e20, 3e21]}}
loss: besiroglu2024
noise: {run: 0.01, checkpoint: 0}
`;
const RECOVERED = `name: r
replicates: 3
population: {grid: {params: {from: 7e7, to: 1.6e10, count: 8}, tokens: {from: 5e9, to: 5e11, count: 8}}}
loss: besiroglu2024
recover: [{loss: besiroglu2024, resamples: 20}, {loss: kaplan2020, resamples: 0}]
`;
const COUNTED = `name: c
population: {grid: {params: {from: 768, to: 1.5e9, count: 30}, embeddings: 47491, tokens: 1e12, schedule: constant, checkpoints: {from: 1e6, count: 60}}}
loss: hoffmann2022
noise: off
`;

/** The same runs with the warm-up of Kaplan et al. */
const WARMED = COUNTED.replace('name: c', 'name: w')
  .replace('hoffmann2022', 'hoffmann2022-warmup')
  .replace('from: 1e6', 'from: 1e7');

let [alike, recovered, counted, warmed]: (Study | null)[] = [null, null, null, null];
beforeAll(async () => {
  [alike, recovered, counted, warmed] = await Promise.all([ISOFLOP, RECOVERED, COUNTED, WARMED].map(trainedStudy));
});

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  test('figures of training compile without a warning', () => {
    const drawings = [
      ...isoflop.draw(alike!, language),
      ...computeOptimalFigure.draw(recovered!, language),
      ...recoveryTable.draw(recovered!, language),
      ...reconciled.draw(counted!, language),
      ...reconciled.draw(warmed!, language),
    ];
    expect(drawings.map(({id}) => id)).toEqual([
      'isoflop',
      'compute-optimal',
      'recovery-table',
      'reconciled',
      'reconciled',
    ]);
    for (const {spec, caption} of drawings) {
      const warnings: unknown[] = [];
      const keep = (...parts: unknown[]) => {
        warnings.push(parts);
        return logger;
      };
      const drop = () => logger;
      const logger = {level: drop as never, error: keep, warn: keep, info: drop, debug: drop};
      compile(spec, {logger});
      expect(warnings).toEqual([]);
      expect(caption).not.toMatch(/\{[a-z]+\}/);
    }
  });
});

test('the exponent over replicates is that of the law within four standard errors', () => {
  const {n, mean, sd} = exponentSpread(alike!, 'total')!;
  expect(n).toBe(12);
  const law = allocationOf(alike!.experiment!.loss.values).a;
  // Parabolas over a factor of 16 in size are off by less than 0.003 without noise.
  expect(Math.abs(mean - law)).toBeLessThan((4 * sd) / Math.sqrt(n) + 0.003);
});

test('counted without embeddings small models make the exponent steeper than 0.7, counted in full it is that of the law', () => {
  const measure = QUANTITIES.find(({name}) => name === 'optimalExponent')!.measure;
  expect(measure(counted!, {counting: 'nonEmbedding'})!.value).toBeGreaterThan(0.7);
  const law = allocationOf(counted!.experiment!.loss.values).a;
  expect(Math.abs(measure(counted!, {counting: 'total'})!.value - law)).toBeLessThan(0.003);
});

test('the table of recovered laws has a row for each constant, with what is known of it', () => {
  const {rows} = recoveryRows(recovered!.findings, 'en');
  expect(rows.map(([law, constant]) => [law, constant])).toEqual([
    ['besiroglu2024', 'E (nats/token)'],
    [null, 'A'],
    [null, 'alpha'],
    [null, 'B'],
    [null, 'beta'],
    [null, 'a'],
    ['kaplan2020', 'Nc (parameters)'],
    [null, 'aN'],
    [null, 'Dc (tokens)'],
    [null, 'aD'],
    ['all intervals', '–'],
  ]);
  expect(rows[0]![3]).toMatch(/^1\.8\d* \[1\.\d+, 1\.\d+\]$/);
  expect(rows[6]![4]).toBe('\u2013');
  expect(rows[0]!.slice(4, 6).join(' ')).toMatch(/^\d+\u00a0% .+ \u00b1 \d/);
  expect([6.5e13, 0.077, -0.5, 1e-4].map((value) => constantText(value))).toEqual([
    '6.5e13',
    '0.077',
    '\u22120.5',
    '1e\u22124',
  ]);
});

test('a fitted constant has the digits that its interval is worth, and one exponent with both ends', () => {
  const told = (low: number, estimate: number, high: number) => recoveredText({estimate, low, high});
  expect(told(304.4, 363.04, 433)).toBe('363 [304, 433]');
  expect(told(0.3234, 0.3336, 0.344)).toBe('0.334 [0.323, 0.344]');
  expect(told(7.913e13, 9.18e13, 1.0651e14)).toBe('9.2e13 [7.9e13, 10.7e13]');
  expect(told(92070, 97872, 104041)).toBe('9.79e4 [9.21e4, 10.40e4]');
  expect(told(-0.21, 0.11, 0.43)).toBe('0.11 [\u22120.21, 0.43]');
  // Ends that are far apart share neither.
  expect(told(9.68e6, 3.35e8, 1.16e10)).toBe('3.35e8 [9.68e6, 1.16e10]');
  expect(told(1.2, 1.2, 1.2)).toBe('1.2 [1.2, 1.2]');
});

describe('with one replicate', () => {
  const alone = (): Study => {
    const once = (finding: RecoveryFinding): RecoveryFinding => ({
      ...finding,
      parameters: finding.parameters.map((one) => ({
        ...one,
        covered: one.covered && {...one.covered, n: 1},
        bias: one.bias && {...one.bias, n: 1},
      })),
    });
    const {recovery, recoveryCoverage: all} = recovered!.findings;
    const manifest = {...recovered!.manifest, counts: {...recovered!.manifest.counts, replicates: 1}};
    const recoveryCoverage = {...all!, n: 1};
    return {
      ...recovered!,
      manifest,
      findings: {...recovered!.findings, recovery: recovery!.map(once), recoveryCoverage},
    };
  };

  test('no coverage and no bias over replicates is told', () => {
    const {rows} = recoveryRows(alone().findings, 'en');
    expect(new Set(rows.flatMap((row) => row.slice(4, 6)))).toEqual(new Set(['\u2013']));
    expect(recoverySummary(recovered!, 'en')).toContain('over 3 replicates');
    expect(recoverySummary(alone(), 'en')).toMatch(
      /^Of 5 constants put in, \d lies? in the 95 % interval of replicate 0\.$/,
    );
    expect(recoveryTable.draw(recovered!, 'en')[0]!.caption).toContain('share of 3 replicates');
    expect(recoveryTable.draw(alone(), 'en')[0]!.caption).not.toContain('share of');
  });
});

test('the design names the laws that are put in, how they are fitted and what is measured', () => {
  const design = ademp({...recovered!, experiment: recovered!.experiment!}, 'en');
  const text = design.flatMap(({items}) => items).join(' ');
  expect(text).toContain('Law kaplan2020 (form kaplan: Nc = 6.4e13, aN = 0.076, Dc = 1.8e13, aD = 0.103)');
  expect(text).toContain('95 % intervals: estimate');
  expect(text).toContain('Share of 3 replicates whose interval holds the constant put in');
  const plain = ademp({...alike!, experiment: alike!.experiment!}, 'en').flatMap(({items}) => items);
  expect(plain.join(' ')).not.toMatch(/fitted to their final losses|constant put in/);
});

test('the line under the title counts choice evaluations only where questions are answered', () => {
  expect(metaText(recovered!, 'en')).not.toContain('evaluations');
  expect(metaText(sampleStudy(), 'en')).toContain('evaluations');
});

test('curves of close budgets keep names of their own', async () => {
  const close = ISOFLOP.replace('[6e18, 3e19, 1e20, 6e20, 3e21]', '[1e20, 1.2e20, 1.44e20]').replace('12', '1');
  const [drawing] = isoflop.draw(await trainedStudy(close), 'en');
  expect(JSON.stringify(drawing!.spec)).toContain('"domain":["1e20","1.2e20","1.44e20"]');
});

test('the losses of a study of one checkpoint stand in the middle of its plot', async () => {
  const one = await trainedStudy(
    'name: o\nreplicates: 1\npopulation: {grid: {params: 1e8, tokens: 1e9}}\nloss: besiroglu2024\n',
  );
  const lines = trainingPlot(one, {language: 'en', width: 80, dim: (text) => text});
  expect(lines.filter((line) => /[\u2801-\u28ff]/.test(line)).length).toBe(1);
  expect(lines.join(' ')).not.toMatch(/NaN|Infinity/);
});

describe('the table of recovered constants', () => {
  const drawn = (low: number, estimate = 1) => {
    const [first] = recovered!.findings.recovery!;
    const one = {...first!.parameters[0]!, truth: 1, estimate, low, high: 1.1};
    const recovery = [{...first!, parameters: [one]}];
    return recoveryTable.draw({...recovered!, findings: {...recovered!.findings, recovery}}, 'en')[0]!;
  };

  test('places its numbers from the right edge of a panel, with room for them on a page', () => {
    const {spec} = recoveryTable.draw(recovered!, 'en')[0]!;
    const {concat, usermeta} = spec as unknown as {
      concat: {layer: {mark: {type: string; dx: number}; encoding: {x: object}}[]}[];
      usermeta: {beside: number};
    };
    const texts = concat.flatMap(({layer}) => layer.filter(({mark}) => mark.type === 'text'));
    expect(texts).toHaveLength(6 * concat.length);
    for (const {encoding} of texts) expect(encoding.x).toEqual({value: 'width'});
    expect(usermeta.beside).toBe(Math.max(...texts.map(({mark}) => mark.dx)));
  });

  test('draws and explains an arrow head only where something goes on beyond the axis', () => {
    expect(JSON.stringify(drawn(0.4).spec)).not.toContain('triangle');
    expect(drawn(0.4).caption).not.toContain('Arrow head');
    expect(JSON.stringify(drawn(0.1).spec)).toContain('triangle-left');
    expect(JSON.stringify(drawn(0.9, 50).spec)).toContain('triangle-right');
    expect(drawn(0.1).caption).toContain('Arrow head');
  });
});

test('a warm-up as long for small models as for large ones makes the exponent steeper, counted in either way', () => {
  const {measure} = QUANTITIES.find(({name}) => name === 'optimalExponent')!;
  for (const counting of ['nonEmbedding', 'total']) {
    const [without, within] = [counted!, warmed!].map((study) => measure(study, {counting})!.value);
    expect(within!).toBeGreaterThan(without! + 0.05);
  }
});
