import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {classical} from '../../src/inference/classical.ts';
import type {ClassicalName} from '../../src/inference/evidence.ts';
import type {CurveFinding, Findings} from '../../src/inference/findings.ts';
import {CLASSICAL_TESTS} from '../../src/report/words/classical.ts';
import {ANSWERS, apart, breakSeries} from '../inference/breakSeries.ts';
import {curveOf} from '../inference/series.ts';
import {folderOf} from './judgeTables.ts';
import {runHere} from './process.ts';
import {emptyFolder} from './program.ts';

const FIG4 = fileURLToPath(new URL('../../src/science/reference/du2024_fig4_digitised.csv', import.meta.url));
const ASKED = ['--x', 'loss', '--y', 'value', '--by', 'benchmark,metric', '--run', 'model'];
const RESAMPLES = 19;

const read = (folder: string, name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
const findingsIn = (folder: string) => JSON.parse(read(folder, 'findings.json')) as Findings;
const testOf = ({classical: {tests}}: CurveFinding, name: ClassicalName) => tests.find((one) => one.name === name)!;

/** The rows of the first table of a report below a heading, as lists of cells. */
function tableBelow(report: string, heading: string): string[][] {
  const lines = report.slice(report.indexOf(`\n### ${heading}\n`)).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, i) => i > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .replaceAll('\\|', '')
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Every number in a text, minus signs and all. */
const numbersIn = (text: string): number[] =>
  [...text.replaceAll('\u2212', '-').matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

describe('the published points of Du et al. 2024, Fig 4, judged', () => {
  const folder = emptyFolder();
  let findings: Findings;
  let report: string;

  beforeAll(async () => {
    const more = ['--unit', 'accuracy=percent', '--resamples', String(RESAMPLES), '--formats', 'svg', '--quiet'];
    const finished = await runHere(['judge', FIG4, ...ASKED, ...more, '--out', 'out'], folder);
    expect(finished).toEqual({code: 0, stdout: '', stderr: ''});
    findings = findingsIn(folder);
    report = read(folder, 'report.md');
  });

  test('have in findings.json the classical tests of the points in the scores table, drawn p apart', () => {
    const [head, ...lines] = read(folder, 'tables/scores.csv').trim().split('\n');
    const names = head!.split(',');
    const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
    expect(findings.curves.length).toBe(6);
    for (const curve of findings.curves) {
      const own = rows.filter(({benchmark, metric}) => benchmark === curve.benchmark && metric === curve.metric);
      expect(own.length).toBeGreaterThan(90);
      const column = (name: string) => own.map((row) => Number(row[name]));
      const direct = classical(curveOf(column('loss'), column('value')), {resamples: 0});
      for (const {name, statistic, p, breaks, reason} of direct.tests) {
        const found = testOf(curve, name);
        expect([name, found.statistic, found.breaks]).toEqual([name, statistic, breaks]);
        if (reason === 'no-resamples') expect(found.p).toBeGreaterThanOrEqual(1 / (RESAMPLES + 1));
        else expect([name, found.p]).toEqual([name, p]);
      }
      expect(curve.classical.models).toEqual(direct.models);
    }
  });

  test('have in the report the statistic, p and breaks of findings.json, test by test', () => {
    const rows = tableBelow(report, 'What the usual tests say');
    const wanted = findings.curves.flatMap(({classical: {tests}}) =>
      tests.filter(({reason}) => reason !== 'not-a-share'),
    );
    expect(rows.map((cells) => cells[2])).toEqual(wanted.map(({name}) => CLASSICAL_TESTS[name].name.en));
    wanted.forEach(({statistic, p, breaks}, i) => {
      const [, , , , , said, chance, place] = rows[i]!;
      const printed = numbersIn(said!);
      expect(printed.length).toBe(statistic === null ? 0 : 1);
      if (statistic !== null) expect(Math.abs(printed[0]! - statistic)).toBeLessThanOrEqual(0.005 + 1e-9);
      if (p === null) expect(chance).toBe('\u2013');
      else if (p < 0.001) expect(chance).toBe('&lt; 0.001');
      else expect(Math.abs(Number(chance) - p)).toBeLessThanOrEqual(0.0005 + 1e-12);
      const places = breaks.flatMap(({estimate, low, high}) => (low === null ? [estimate] : [estimate, low, high!]));
      const shown = numbersIn(place!);
      expect(shown.length).toBe(places.length);
      shown.forEach((value, k) => {
        expect(Math.abs(value - places[k]!)).toBeLessThanOrEqual(0.0005 + 1e-12);
      });
    });
  });

  test('have in the sentence of each benchmark the counts of those p', () => {
    const sentences = report.split('\n').filter((line) => line.includes('Usual tests, whose null'));
    const benchmarks = [...new Set(findings.curves.map(({benchmark}) => benchmark))];
    expect(sentences.length).toBe(benchmarks.length);
    benchmarks.forEach((benchmark, i) => {
      const counts = findings.curves
        .filter((curve) => curve.benchmark === benchmark)
        .flatMap(({classical: {tests}}) => {
          const ps = tests.flatMap(({p}) => (p === null ? [] : [p]));
          return [ps.filter((p) => p < 0.05).length, ps.length];
        });
      const said = [...sentences[i]!.matchAll(/(\d+) of (\d+) on/g)].flatMap(([, count, all]) => [
        Number(count),
        Number(all),
      ]);
      expect(said).toEqual(counts);
    });
  });

  test('have in the tables and sentences the p of the smooth-null test and the onsets without a shape', () => {
    const smooth = tableBelow(report, 'Does a smooth curve fit as well as a corner?');
    const free = tableBelow(report, 'Where does the score leave its flat side, whatever follows?');
    findings.curves.forEach(({smoothNull, shapeFree}, i) => {
      expect(Math.abs(Number(smooth[i]![2]) - smoothNull!.p)).toBeLessThanOrEqual(0.0005 + 1e-12);
      const {onset, firstRejection} = shapeFree!;
      const places = [
        ...(onset ? [onset.estimate, onset.low, onset.high] : []),
        ...(firstRejection === null ? [] : [firstRejection]),
      ];
      const shown = [...numbersIn(free[i]![2]!), ...numbersIn(free[i]![3]!)];
      expect(shown.length).toBe(places.length);
      shown.forEach((value, k) => {
        expect(Math.abs(value - places[k]!)).toBeLessThanOrEqual(0.0005 + 1e-12);
      });
      if (onset)
        expect(report).toContain(
          `${onset.estimate.toFixed(3)} \\[${onset.low.toFixed(3)}, ${onset.high.toFixed(3)}\\]`,
        );
    });
  });
});

describe('series whose answers R knows, judged from a table', () => {
  test.each(['rise', 'jump'])('have those answers in findings.json (%s)', async (name) => {
    const {x, y} = breakSeries(name);
    const csv = ['x,y', ...Array.from(x, (at, i) => `${at},${y[i]}`)].join('\n');
    const folder = folderOf('series.csv', `${csv}\n`);
    const asked = ['--x', 'x', '--y', 'y', '--resamples', '0', '--formats', 'svg', '--quiet', '--out', 'out'];
    expect(await runHere(['judge', 'series.csv', ...asked], folder)).toMatchObject({code: 0});
    const [curve] = findingsIn(folder).curves;
    const {davies, segmented} = ANSWERS.kinks[name]!;
    const {supF, aveF, cusum, best} = ANSWERS.changes[name]!;
    expect(apart(testOf(curve!, 'davies').p!, davies.p)).toBeLessThan(1e-9);
    expect(apart(testOf(curve!, 'segmented').breaks[0]!.estimate, segmented.psi)).toBeLessThan(1e-7);
    expect(apart(testOf(curve!, 'supF').statistic!, supF)).toBeLessThan(1e-11);
    expect(apart(testOf(curve!, 'aveF').statistic!, aveF)).toBeLessThan(1e-11);
    expect(apart(testOf(curve!, 'cusum').statistic!, cusum)).toBeLessThan(1e-11);
    expect(testOf(curve!, 'baiPerron').breaks.length).toBe(best!.length);
  });
});
