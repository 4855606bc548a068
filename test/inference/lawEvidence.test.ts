import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {pearson} from '../../src/inference/classical/correlation.ts';
import {resampledTheta, resampleKey} from '../../src/inference/lawFit/bootstrap.ts';
import {type LawRow, lawData} from '../../src/inference/lawFit/data.ts';
import {type LawEvidence, lawEvidence} from '../../src/inference/lawFit/evidence.ts';
import {type LawFinding, lawFinding} from '../../src/inference/lawFit/finding.ts';
import {fitLaw, type LawFit, thetaOf, valuesOf} from '../../src/inference/lawFit/fit.ts';
import {optimumAt} from '../../src/inference/lawFit/frontier.ts';
import type {Values} from '../../src/science/parameter.ts';
import {fittableNamed, simulatedRuns} from './lawRuns.ts';

const TRUTH = {E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658, delta: 0} as const;

interface Fitted {
  readonly fit: LawFit;
  readonly finding: LawFinding;
  readonly evidence: LawEvidence;
}

function fitted(name: string, rows: readonly LawRow[], resamples: number): Fitted {
  const fit = fitLaw(fittableNamed(name), lawData(rows));
  const key = resampleKey('test');
  const draws = Array.from({length: resamples}, (_, i) => resampledTheta(fit, key, i));
  const finding = lawFinding(fit, draws);
  const numbered = rows.map((row, i) => ({row: i + 1, ...row}));
  return {fit, finding, evidence: lawEvidence(fit, draws, numbered, finding)};
}

/** The fitted loss of a law at a run. */
function lossAt({fit}: Fitted, at: {N: number; D: number; S?: number}): number {
  const {N, D, S = Number.NaN} = at;
  return fit.fittable.law.build(valuesOf(fit.fittable, fit.theta))({
    N,
    Nne: N,
    D,
    S,
    U: Number.POSITIVE_INFINITY,
    lr: 0,
  });
}

const RUNS = simulatedRuns('chinchilla', TRUTH, {N: 3e7, D: 1e9}, 0.003);
const CHINCHILLA = fitted('chinchilla', RUNS, 40);

describe('the compute-optimal frontier', () => {
  const closed = ({A, alpha, B, beta}: Values, C: number): number =>
    ((alpha! * A!) / (beta! * B!)) ** (1 / (alpha! + beta!)) * (C / 6) ** (beta! / (alpha! + beta!));

  test('of chinchilla is where Hoffmann et al. 2022, equation 4, has it', () => {
    const values = valuesOf(CHINCHILLA.fit.fittable, CHINCHILLA.fit.theta);
    for (const {C, N, D} of CHINCHILLA.evidence.frontier!) {
      // Golden section finds a minimum to the square root of rounding.
      expect(Math.abs(Math.log(N.estimate / closed(values, C)))).toBeLessThan(1e-6);
      expect(6 * N.estimate * D.estimate).toBeCloseTo(C, -Math.log10(C * 1e-12));
      expect([N.low <= N.estimate && N.estimate <= N.high, D.low <= D.high]).toEqual([true, true]);
    }
  });

  test.each([
    ['chinchilla', TRUTH],
    ['du2024', {E: 1.3454, a: 0.9244, alpha: 0.2413, b: 0.2618, beta: 0.4244, delta: 0}],
    ['kaplan', {Nc: 6.4e13, aN: 0.076, Dc: 1.8e13, aD: 0.103}],
    ['quanta', {Linf: 1.5, Delta: 4, alpha: 0.4, C: 2e6, tau: 2e6}],
  ])('of %s has no lower loss beside it', (name, truth) => {
    const fittable = fittableNamed(name);
    const theta = thetaOf(fittable, truth);
    const law = fittable.law.build(truth);
    fc.assert(
      fc.property(
        fc.double({min: 17, max: 24, noNaN: true}),
        fc.double({min: -3, max: 3, noNaN: true}),
        (power, step) => {
          const C = 10 ** power;
          const {lnN, loss} = optimumAt(fittable, theta, Math.log(C));
          const N = Math.exp(lnN + step);
          expect(law({N, Nne: N, D: C / (6 * N), S: 1, U: Number.POSITIVE_INFINITY, lr: 0})).toBeGreaterThan(
            loss * (1 - 1e-9),
          );
        },
      ),
      {numRuns: 60},
    );
  });
});

describe('the figures of a fitted law rest on', () => {
  test('contours along which the fitted loss is the one that is named', () => {
    const {other, lines} = CHINCHILLA.evidence.contours!;
    expect(other).toBe('D');
    expect(lines.length).toBeGreaterThan(4);
    for (const {loss, line} of lines) {
      for (const [N, D] of line) expect(Math.abs(lossAt(CHINCHILLA, {N, D}) - loss)).toBeLessThan(1e-9);
    }
  });

  test('contours over steps for a form of N and S, and no frontier', () => {
    const truth = {Nc: 6.5e13, aN: 0.077, Sc: 2.1e3, aS: 0.76};
    const steps = fitted('kaplan-s', simulatedRuns('kaplan-s', truth, {N: 1e6, D: 1e9}, 0.003), 0);
    const {contours, frontier, curve} = steps.evidence;
    expect([contours!.other, frontier, curve]).toEqual(['S', null, null]);
    const [N, S] = contours!.lines[0]!.line[3]!;
    expect(Math.abs(lossAt(steps, {N, D: 1e9, S}) - contours!.lines[0]!.loss)).toBeLessThan(1e-9);
  });

  test('a curve with its interval for a form of one number', () => {
    const rows = simulatedRuns('kaplan-d', {Dc: 5.4e13, aD: 0.095}, {N: 1e6, D: 1e7}, 0.003);
    const tokens = fitted('kaplan-d', rows, 20);
    const {contours, frontier, curve, profile} = tokens.evidence;
    expect([contours, frontier, profile, curve!.x]).toEqual([null, null, null, 'D']);
    for (const {x, loss} of curve!.points) {
      expect(Math.abs(loss.estimate - lossAt(tokens, {N: 1e6, D: x}))).toBeLessThan(1e-12);
      expect(loss.low).toBeLessThanOrEqual(loss.high);
    }
  });

  test('a profile that is 0 at the estimate and at its cut where the interval ends', () => {
    const {line, cut, parameter} = CHINCHILLA.evidence.profile!;
    const {low, high, estimate} = CHINCHILLA.finding.profile!;
    expect([parameter, line.find(([value]) => value === estimate)![1]]).toEqual(['E', 0]);
    expect(line.map(([value]) => value)).toEqual(line.map(([value]) => value).sort((a, b) => a - b));
    for (const [value, ratio] of line) {
      if (value > low * 1.0001 && value < high * 0.9999) expect(ratio).toBeLessThan(cut);
      else if (value < low * 0.9999 || value > high * 1.0001) expect(ratio).toBeGreaterThan(cut);
    }
  });

  test('residuals of ln L, with a row that was put off the law named as far from it', () => {
    const off = RUNS.map((row, i) => (i === 41 ? {...row, loss: row.loss * 1.1} : row));
    const {rows, spread} = fitted('chinchilla', off, 0).evidence;
    const {row, residual, outlier, fitted: loss} = rows[41]!;
    expect([row, outlier]).toEqual([42, true]);
    expect(residual).toBeCloseTo(Math.log(loss / off[41]!.loss), 12);
    // The row has its own noise and that of the fit, which is no larger.
    expect(Math.abs(residual + Math.log(1.1))).toBeLessThan(4 * 0.003 * Math.SQRT2);
    // The noise of the runs: a median of 96 sizes has a relative standard error of 1.17 / sqrt(96).
    expect(Math.abs(spread / 0.003 - 1)).toBeLessThan((4 * 1.17) / Math.sqrt(96));
  });

  test('the pair of parameters that make up for each other, where a warning names one', () => {
    expect([CHINCHILLA.finding.warnings, CHINCHILLA.evidence.pair]).toEqual([[], null]);
    // Over a factor of two in N neither A nor alpha is known alone.
    const narrow = RUNS.map((row) => ({...row, N: 1e9 * (row.N / 1e9) ** 0.1})).map((row) => ({
      ...row,
      C: 6 * row.N * row.D,
      loss: TRUTH.E + TRUTH.A * row.N ** -TRUTH.alpha + TRUTH.B * row.D ** -TRUTH.beta,
    }));
    const noisy = narrow.map((row, i) => ({...row, loss: row.loss * (1 + 0.003 * Math.sin(37 * i))}));
    const {pair} = fitted('chinchilla', noisy, 30).evidence;
    expect(pair!.names).toContain('A');
    const logs = [0, 1].map((k) => pair!.draws.map((draw) => (pair!.log[k] ? Math.log(draw[k]!) : draw[k]!)));
    const r = pearson(Float64Array.from(logs[0]!), Float64Array.from(logs[1]!))!;
    expect(pair!.correlation).toBeCloseTo(r, 9);
    // What makes up for each other goes together in most resamples: more than half of the variance is shared.
    expect(r * r).toBeGreaterThan(0.5);
    expect(pair!.draws.length).toBe(30);
  });
});
