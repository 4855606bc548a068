import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {referenceKernel} from '../../src/engine/kernel/reference.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {curveKeys, readCurve} from '../../src/engine/scores.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {pearson, spearman} from '../../src/inference/classical/correlation.ts';
import {NAMES} from '../../src/node/names.ts';
import {TABLE_2} from '../../src/science/reference/du2024Table2.ts';
import {ROOT} from '../house/sources.ts';

const REPLICATES = 8;
const text = readFileSync(join(ROOT, 'configs/du2024/table2.yaml'), 'utf8');
const {experiment: written} = parseConfig(text, NAMES);
// One draw from the law of each mean instead of every question.
const experiment = {
  ...written,
  replicates: REPLICATES,
  fidelity: 'surrogate' as const,
  worlds: written.worlds.filter(({name}) => name === 'threshold'),
};
const plan = planOf(experiment);
const engine = simulator(plan, referenceKernel);
const values = new Float64Array(plan.cells * valuesPerCell(plan));
engine.simulate(0, plan.cells, values);

/** Both correlations of a benchmark in every replicate. */
function correlationsOf(name: string) {
  const key = curveKeys(experiment).find(({benchmark}) => experiment.benchmarks[benchmark]!.name === name)!;
  const all = Array.from({length: REPLICATES}, (_, r) => {
    const loss = Float64Array.from(engine.trajectory(r).observed);
    const score = Float64Array.from(readCurve(plan, values, r, key), ({value}) => value);
    return {loss, spearman: spearman(loss, score)!, pearson: pearson(loss, score)!};
  });
  return all;
}

/** What is allowed beside .03: scores of few questions are noisier than the paper's. */
const TOLERANCE: Readonly<Record<string, number>> = {'c-eval': 0.05, cluewsc: 0.08};

describe.each([...TABLE_2].filter(([name]) => name !== 'mmlu'))('on %s', (name, published) => {
  test.each(['spearman', 'pearson'] as const)('the %s correlation is as in table 2', (kind) => {
    for (const found of correlationsOf(name)) {
      expect(Math.abs(found[kind] - published[kind])).toBeLessThan(TOLERANCE[name] ?? 0.03);
    }
  });
});

describe('on mmlu', () => {
  const all = correlationsOf('mmlu');

  test('the linear correlation is as in table 2', () => {
    for (const found of all) expect(Math.abs(found.pearson - TABLE_2.get('mmlu')!.pearson)).toBeLessThan(0.03);
  });

  test('the rank correlation is the one that the share of checkpoints before the threshold gives, and the published one is no rare set of checkpoints', () => {
    const eta = experiment.worlds[0]!.curves.mmlu!.values.eta!;
    const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    // A share f of the ranks in no order: 1 - f^3 of the largest correlation is left.
    const expected = mean(all.map(({loss}) => -(1 - (loss.filter((one) => one > eta).length / loss.length) ** 3)));
    const found = mean(all.map((one) => one.spearman));
    const sd = Math.sqrt(all.reduce((sum, one) => sum + (one.spearman - found) ** 2, 0) / (REPLICATES - 1));
    // Ranks near the threshold mix with the flat ones, which takes up to .02 more.
    expect(Math.abs(found - expected)).toBeLessThan((4 * sd) / Math.sqrt(REPLICATES) + 0.02);
    expect(Math.abs(found - TABLE_2.get('mmlu')!.spearman)).toBeLessThan(4 * sd);
  });
});
