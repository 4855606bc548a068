import {expect, test} from 'vitest';
import {performanceVsCompute} from '../../src/report/figures/performanceVsCompute.ts';
import type {Study} from '../../src/report/study.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';

interface Cell {
  readonly title: string;
  readonly layer: ReadonlyArray<{
    readonly encoding: {readonly x?: {readonly axis: {readonly values: readonly number[]; readonly orient: string}}};
  }>;
  readonly data: {readonly values: ReadonlyArray<{readonly x: number; readonly value: number; readonly run: string}>};
}

/** Compute at the end of training in Fig 6 of Du et al. 2024, as printed, read by us. */
const PRINTED = {'1.5B': 1.07e19, '6B': 5e19, '32B': 2.28e20};

test('the largest compute of each run is 2048 times what the axis of the paper says', () => {
  const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu', 'c-eval']});
  const [drawing] = performanceVsCompute.draw(study, 'en');
  const {concat} = drawing!.spec as unknown as {concat: Cell[]};
  expect(concat.map(({title}) => title)).toEqual(['MMLU', 'C-Eval']);
  for (const {data} of concat) {
    for (const [name, printed] of Object.entries(PRINTED)) {
      const last = Math.max(...data.values.filter(({run}) => run === name).map(({x}) => x));
      // Read to three digits off a logarithmic axis.
      expect(Math.abs(last / (2048 * printed) - 1)).toBeLessThan(0.02);
    }
  }
});

test('there is a drawing for each world, a point for each checkpoint, and none for a table', () => {
  const study = sampleStudy({worlds: ['threshold', 'smooth'], benchmarks: ['mmlu']});
  const drawings = performanceVsCompute.draw(study, 'zh');
  expect(drawings.map(({id}) => id)).toEqual(['performance-vs-compute-threshold', 'performance-vs-compute-smooth']);
  const [cell] = (drawings[0]!.spec as unknown as {concat: Cell[]}).concat;
  expect(cell!.data.values.length).toBe(237);
  expect(performanceVsCompute.draw(sampleTable(), 'en')).toEqual([]);
});

test('below stands the axis as the paper prints it, in FLOP / 2048, with its ticks 1e17 to 1e20; above FLOP; other populations have FLOP alone', () => {
  const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu']});
  const axesOf = (one: Study) => {
    const [cell] = (performanceVsCompute.draw(one, 'en')[0]!.spec as unknown as {concat: Cell[]}).concat;
    return cell!.layer.flatMap(({encoding: {x}}) => (x ? [x.axis] : []));
  };
  const [below, above] = axesOf(study);
  expect([below!.orient, above!.orient]).toEqual(['bottom', 'top']);
  expect(below!.values.map((at) => at / 2048)).toEqual([1e17, 1e18, 1e19, 1e20]);
  expect(above!.values).toEqual([1e21, 1e22, 1e23]);
  const own = {
    ...study,
    experiment: {...study.experiment!, population: {...study.experiment!.population, name: 'mine'}},
  };
  expect(axesOf(own).map(({orient, values}) => [orient, values])).toEqual([['bottom', [1e21, 1e22, 1e23]]]);
});
