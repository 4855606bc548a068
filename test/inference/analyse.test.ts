import {describe, expect, test} from 'vitest';
import {analyse} from '../../src/inference/analyse.ts';
import {type CurveInput, summariseReplicate} from '../../src/inference/summary.ts';
import {RULE, simulated} from './series.ts';

const JUDGING = {rule: RULE, resamples: 39, seed: 'analyse tests'};

const METRICS = [
  ['accuracy', {}],
  ['correctChoiceProb', {continuous: true, sd: 0.003}],
  ['brierScore', {continuous: true, calibration: true, direction: 'lower'}],
] as const;

function inputs(replicate: number): CurveInput[] {
  return (['threshold', 'smooth'] as const).flatMap((world, k) =>
    METRICS.map(([metric, options], m) => ({
      world,
      benchmark: 'mmlu',
      metric,
      curve: simulated(1000 * replicate + 10 * k + m, {...options, w: world === 'smooth' ? 0.1 : 0}),
    })),
  );
}

const truths = [
  {world: 'threshold', benchmark: 'mmlu', onset: 2.1, width: 0},
  {world: 'smooth', benchmark: 'mmlu', onset: null, width: null},
];
const summaries = [0, 1, 2, 3].map((replicate) => summariseReplicate(inputs(replicate), JUDGING, replicate));
const findings = analyse({curves: inputs(0), summaries, truths}, JUDGING);

describe('the findings', () => {
  test('hold one curve a world, benchmark and metric, and one benchmark a world, in order', () => {
    expect(findings.curves.map(({world, metric}) => `${world} ${metric}`)).toEqual([
      'threshold accuracy',
      'threshold correctChoiceProb',
      'threshold brierScore',
      'smooth accuracy',
      'smooth correctChoiceProb',
      'smooth brierScore',
    ]);
    expect(findings.benchmarks.map(({world}) => world)).toEqual(['threshold', 'smooth']);
  });

  test('say what the first replicate says', () => {
    findings.curves.forEach((curve, i) => {
      const {onset, width, shape, reason} = summaries[0]!.curves[i]!;
      expect({onset: curve.onset, width: curve.width, shape: curve.shape, reason: curve.reason}).toEqual({
        onset,
        width,
        shape,
        reason,
      });
    });
  });

  test('call a threshold kept and a smooth rise none, as the truth has it', () => {
    expect(findings.benchmarks.map(({verdict, truth}) => [verdict, truth])).toEqual([
      ['kept', 'kept'],
      ['none', 'none'],
    ]);
  });

  test('have pairs from every discontinuous to every continuous metric', () => {
    expect(findings.benchmarks[0]!.pairs.map(({from, to}) => [from, to])).toEqual([
      ['accuracy', 'correctChoiceProb'],
      ['accuracy', 'brierScore'],
    ]);
  });

  test('have rates over every replicate that sum to 1', () => {
    for (const {rates} of findings.curves) {
      const values = Object.values(rates!.shapes);
      expect(values.every(({n}) => n === 4)).toBe(true);
      expect(values.reduce((sum, {value}) => sum + value, 0)).toBeCloseTo(1, 12);
    }
    for (const {rates, pairs} of findings.benchmarks) {
      for (const table of [rates!, ...pairs.map((pair) => pair.rates!)]) {
        expect(Object.values(table).reduce((sum, {value}) => sum + value, 0)).toBeCloseTo(1, 12);
      }
    }
    expect(findings.curves[0]!.rates!.biasOnset!.n).toBe(4);
    expect(findings.curves[3]!.rates!.biasOnset).toBeNull();
  });

  test('are plain data without numbers that JSON loses', () => {
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    expect(structuredClone(summaries)).toEqual(summaries);
  });

  test('of a table without truth or replicates have neither rates nor truth', () => {
    const curves = inputs(0)
      .slice(0, 1)
      .map((input) => ({...input, world: null}));
    const {curves: found, benchmarks} = analyse({curves, summaries: [], truths: []}, JUDGING);
    expect(found[0]).toMatchObject({world: null, rates: null, truth: null});
    expect(benchmarks[0]).toMatchObject({verdict: 'break', pairs: [], rates: null, truth: null});
  });
});
