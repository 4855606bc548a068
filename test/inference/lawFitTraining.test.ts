import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {resampledTheta, resampleKey} from '../../src/inference/lawFit/bootstrap.ts';
import {type LawRow, lawData, pointOf} from '../../src/inference/lawFit/data.ts';
import {lawEvidence} from '../../src/inference/lawFit/evidence.ts';
import {lawFinding} from '../../src/inference/lawFit/finding.ts';
import {fitLaw, thetaOf, valuesOf} from '../../src/inference/lawFit/fit.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';
import {EVEN_GUESS} from '../../src/science/kaplan/vocabulary.ts';
import {kaplanTraining} from '../../src/science/laws/kaplanTraining.ts';
import {fittableNamed} from './lawRuns.ts';

const TRUTH = kaplanTraining.presets['kaplan2020-training']!.values;
const fittable = fittableNamed('kaplan-training');
const law = kaplanTraining.build(TRUTH);

type Run = Required<Pick<LawRow, 'N' | 'D' | 'S' | 'U'>>;

/** The loss of the law itself, which shares no slope and no logarithm with the fit. */
const lossOf = ({N, D, S, U}: Run): number => law({N, Nne: N, D, S, U, lr: 0});

/** Three sizes, budgets, batches and data sets without noise. */
const RUNS: LawRow[] = [4e5, 2e7, 1.5e9].flatMap((N) =>
  [1e9, 5e9, 2.5e10].flatMap((D) =>
    [2 ** 14, 2 ** 17, 2 ** 20].flatMap((batch) =>
      [2.1e7, 6.9e8, 2.2e10].map((U) => {
        const run = {N, D, S: D / batch, U};
        return {...run, C: 6 * N * D, lr: 0, loss: lossOf(run)};
      }),
    ),
  ),
);

/** Runs on data that do not run out. */
const UNLIMITED: LawRow[] = RUNS.filter(({U}) => U === 2.2e10).map(({U: _, ...run}) => {
  return {...run, loss: lossOf({...run, U: Number.POSITIVE_INFINITY})};
});

const ln = (low: number, high: number) => fc.double({min: Math.log(low), max: Math.log(high), noNaN: true});
const PLACE = fc
  .record({N: ln(1e5, 1e10), D: ln(1e9, 1e12), batch: ln(1e4, 1e7), U: ln(1e7, 1e12)})
  .map(({N, D, batch, U}): Run => ({N: Math.exp(N), D: Math.exp(D), S: Math.exp(D - batch), U: Math.exp(U)}));

describe('the law of training', () => {
  test('has the loss of the law, with slopes that small steps agree with', () => {
    const theta = thetaOf(fittable, TRUTH);
    fc.assert(
      fc.property(PLACE, fc.boolean(), ({U, ...run}, limited) => {
        const at = pointOf({...run, C: 1, lr: 0, loss: 1, ...(limited ? {U} : {})});
        const slopes = new Float64Array(theta.length);
        const loss = fittable.sloped(theta)(at, slopes);
        const known = lossOf({...run, U: limited ? U : Number.POSITIVE_INFINITY});
        expect(Math.abs(loss / known - 1)).toBeLessThan(1e-12);
        fc.pre(loss < 0.999 * EVEN_GUESS);
        theta.forEach((value, k) => {
          const moved = (step: number) => fittable.sloped(theta.with(k, value + step))(at, new Float64Array(8));
          const step = 1e-5;
          const difference = (moved(step) - moved(-step)) / (2 * step);
          // A central difference is off by step^2 times a third derivative, up to 100 L here, and by rounding over the step.
          expect(Math.abs(slopes[k]! - difference)).toBeLessThan(1e-6 * (1 + Math.abs(difference)));
        });
      }),
      {numRuns: 100},
    );
  });

  test('is moved by nothing where it is cut at an even guess', () => {
    const slopes = new Float64Array(8).fill(1);
    const at = pointOf({N: 1e6, D: 1e8, S: 10, C: 1, lr: 0, loss: 1});
    expect(fittable.sloped(thetaOf(fittable, TRUTH))(at, slopes)).toBe(EVEN_GUESS);
    expect([...slopes]).toEqual(Array(8).fill(0));
  });

  test('is found again in runs without noise, every constant to 1e-6', () => {
    const fit = fitLaw(fittable, lawData(RUNS));
    for (const [name, value] of Object.entries(valuesOf(fittable, fit.theta))) {
      expect(Math.abs(value / TRUTH[name]! - 1)).toBeLessThan(1e-6);
    }
    expect(lawFinding(fit, []).warnings).toEqual([]);
  });

  test('leaves the constants of the data out where no run is limited, says so, and finds the others', () => {
    const fit = fitLaw(fittable, lawData(UNLIMITED));
    const finding = lawFinding(fit, []);
    expect(finding.parameters.map(({name}) => name)).toEqual(['Nc', 'aN', 'Sc', 'aS', 'Bstar', 'aB']);
    for (const {name, estimate} of finding.parameters) expect(Math.abs(estimate / TRUTH[name]! - 1)).toBeLessThan(1e-6);
    expect(finding.warnings).toContainEqual({kind: 'held', names: ['Dc', 'aD']});
  });

  test.each([0, 1, 2, 3, 4, 5])(
    'names the constants of the data alone where one run is limited, which cannot tell them apart: draw %d',
    (draw) => {
      const draws = normals(streamAt(streamKey('one', 'limited'), [draw, 0, 0, 0]), UNLIMITED.length);
      const rows = UNLIMITED.map((row, i): LawRow => {
        const run = {N: row.N, D: row.D!, S: row.S, U: i === 0 ? 2.1e7 : Number.POSITIVE_INFINITY};
        return {...row, U: run.U, loss: lossOf(run) + 0.02 * draws[i]!};
      });
      const {warnings} = lawFinding(fitLaw(fittable, lawData(rows)), []);
      expect(warnings.filter(({kind}) => kind === 'singular')).toEqual([{kind: 'singular', names: ['Dc', 'aD']}]);
    },
  );

  test('says that batches far above the critical one do not fix it', () => {
    // The term of the batch is then 1e-6 of the loss, far below the noise.
    const draws = normals(streamAt(streamKey('large', 'batches'), [0, 0, 0, 0]), RUNS.length);
    const large = RUNS.map((row, i): LawRow => {
      const run = {N: row.N, S: row.S, D: 1e13 * row.S, U: row.U!};
      return {...run, C: 1, lr: 0, loss: lossOf(run) * Math.exp(3e-3 * draws[i]!)};
    });
    const fit = fitLaw(fittable, lawData(large));
    const resamples = Array.from({length: 20}, (_, i) => resampledTheta(fit, resampleKey('large'), i));
    const {warnings} = lawFinding(fit, resamples);
    const unclear = warnings.flatMap(({kind, names}) => (kind === 'wide' || kind === 'singular' ? names : []));
    expect(unclear).toContain('Bstar');
    expect(unclear).not.toContain('aS');
  });

  test('has no frontier and no contours, which would need a batch', () => {
    const fit = fitLaw(fittable, lawData(RUNS));
    const numbered = RUNS.map((row, i) => ({row: i + 1, ...row}));
    const {contours, frontier, curve, rows} = lawEvidence(fit, [], numbered, lawFinding(fit, []));
    expect([contours, frontier, curve]).toEqual([null, null, null]);
    expect(Math.max(...rows.map(({residual}) => Math.abs(residual)))).toBeLessThan(1e-7);
  });
});
