import fc from 'fast-check';
import {expect, test} from 'vitest';
import {curveCount} from '../../src/config/metricsOf.ts';
import {needsOf} from '../../src/config/needs.ts';
import {blocksOf, cellsPerReplicate, planOf, shardRange, valuesPerCell} from '../../src/engine/plan.ts';
import {fillRecord, recordedCurve, recordedLosses, recordLength} from '../../src/engine/record.ts';
import {curveKeys, readCurve} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {scoreTable, trajectoryTable} from '../../src/engine/tables.ts';
import {smallExperiment} from './experiment.ts';
import {fastKernel} from './kernels.ts';

test('the shards of a study hold every replicate once, and differ by one replicate at most', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 5000}), fc.integer({min: 1, max: 5000}), (a, b) => {
      const [count, replicates] = [Math.min(a, b), Math.max(a, b)];
      const ranges = Array.from({length: count}, (_, i) => shardRange(replicates, i + 1, count));
      const sizes = ranges.map(({from, to}) => to - from);
      expect(ranges[0]!.from).toBe(0);
      expect(ranges.at(-1)!.to).toBe(replicates);
      ranges.slice(1).forEach(({from}, i) => {
        expect(from).toBe(ranges[i]!.to);
      });
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
    }),
    {numRuns: 50},
  );
});

test('the blocks of a range hold every replicate of it once but replicate 0, in a thousand blocks at most', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 1e5}), fc.nat(1e5), fc.nat(1e5), (replicates, a, b) => {
      const [from, to] = [Math.min(a, b) % replicates, (Math.max(a, b) % replicates) + 1].sort((x, y) => x - y);
      const blocks = blocksOf({from: from!, to: to!});
      expect(blocks.length).toBeLessThanOrEqual(1000);
      expect(blocks.length).toBeGreaterThanOrEqual(Math.min(500, to! - Math.max(from!, 1)));
      let next = Math.max(from!, 1);
      for (const block of blocks) {
        expect(block.from).toBe(next);
        expect(block.to).toBeGreaterThan(block.from);
        next = block.to;
      }
      expect(next).toBe(Math.max(to!, 1));
    }),
    {numRuns: 200},
  );
});

const study = smallExperiment({
  questions: 40,
  replicates: 5,
  benchmarks: ['mmlu', 'gsm8k'],
  metrics: ['accuracy', 'exactStringMatch', 'brierScore'],
});
const plan = planOf(study);
const keys = curveKeys(study);

test('estimates count the curves that there are', () => {
  expect(curveCount(study)).toBe(keys.length);
  expect(keys.length).toBeLessThan(study.worlds.length * study.benchmarks.length * study.metrics.length);
});

test('estimates count a block of replicates for every thread', () => {
  const memory = (threads: number, replicates: number) =>
    needsOf(study, {threads, replicates, report: false, stored: 0}).memory;
  const perThread = (replicates: number) => memory(2, replicates) - memory(1, replicates);
  expect(perThread(10)).toBe(perThread(1000));
  expect(perThread(100_000) - perThread(10)).toBeGreaterThanOrEqual(99 * 8 * recordLength(plan));
});

/** What each replicate holds: its cells and its record. */
const replicates = Array.from({length: study.replicates}, (_, r) => {
  const engine = simulator(plan, fastKernel);
  const cells = cellsPerReplicate(plan);
  const values = new Float64Array(cells * valuesPerCell(plan));
  engine.simulate(r * cells, (r + 1) * cells, values);
  const record = new Float64Array(recordLength(plan));
  fillRecord(plan, values, engine.trajectory(r), record);
  return {values, record, trajectory: engine.trajectory(r)};
});
const records = replicates.map(({record}) => record);

test('a record gives back the losses and every score of its replicate', () => {
  for (const {values, record, trajectory} of replicates) {
    expect(recordedLosses(plan, record)).toEqual(trajectory);
    keys.forEach((key, k) => {
      const scores = readCurve(plan, values, 0, key);
      expect([...recordedCurve(plan, record, k).value]).toEqual(scores.map(({value}) => value));
      expect([...recordedCurve(plan, record, k).standardError]).toEqual(scores.map(({standardError}) => standardError));
    });
  }
});

test('the tables of blocks one after the other are the table of all replicates, however they are cut', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 4}),
      fc.constantFrom(scoreTable(plan), trajectoryTable(plan)),
      (cut, table) => {
        const whole = table.of({first: 0, records});
        const head = table.of({first: 0, records: records.slice(0, cut)});
        const tail = table.of({first: cut, records: records.slice(cut)});
        expect(whole.rows).toBe(table.size * records.length);
        expect(head.rows + tail.rows).toBe(whole.rows);
        whole.columns.forEach(({name, values}, c) => {
          expect(head.columns[c]!.name).toBe(name);
          expect([...head.columns[c]!.values, ...tail.columns[c]!.values]).toEqual([...values]);
        });
      },
    ),
    {numRuns: 20},
  );
});

test('the table of scores has the value of each curve beside its names and its loss', () => {
  const {columns, rows} = scoreTable(plan).of({first: 0, records});
  const column = (name: string) => columns.find((one) => one.name === name)!.values;
  for (let row = 0; row < rows; row++) {
    const r = column('replicate')[row] as number;
    const k = keys.findIndex(
      ({world, benchmark, metric}) =>
        study.worlds[world]!.name === column('world')[row] &&
        study.benchmarks[benchmark]!.name === column('benchmark')[row] &&
        metric.name === column('metric')[row],
    );
    const point = row % plan.points.length;
    expect(column('value')[row]).toBe(recordedCurve(plan, records[r]!, k).value[point]);
    expect(column('loss')[row]).toBe(recordedLosses(plan, records[r]!).observed[point]);
  }
});

test('a table makes only the columns that are named', () => {
  const {columns} = scoreTable(plan).of({first: 0, records}, ['value', 'world']);
  expect(columns.map(({name}) => name)).toEqual(['world', 'value']);
});
