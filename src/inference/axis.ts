import type {BreakPlace, Classical} from './evidence.ts';
import type {
  BenchmarkFinding,
  Candidate,
  CurveFinding,
  Decision,
  Findings,
  FittedLine,
  PairFinding,
  Plateau,
  ProfileSurface,
} from './findings.ts';
import type {Interval} from './interval.ts';

/** How the x axis of a table becomes a loss: estimators see x' = x, ln x, -x or -ln x, so that lower is better. */
export interface Axis {
  /** Whether ln x is taken. */
  readonly log: boolean;
  /** Whether higher is better: x' is then turned round. */
  readonly ascending: boolean;
}

/** The loss-like x' that estimators see of an x; -Infinity or NaN for x <= 0 on a logarithmic axis. */
export function lossOf({log, ascending}: Axis, x: number): number {
  const value = log ? Math.log(x) : x;
  return ascending ? -value : value;
}

/** The x of a loss-like x'. */
export function xOf({log, ascending}: Axis, loss: number): number {
  const value = ascending ? -loss : loss;
  return log ? Math.exp(value) : value;
}

/** Names of places among the parameters of candidate curves. */
const LOCATION = new Set(['eta', 'middle', 'origin']);

/** A list that runs along x', to run along rising x. */
function along<T>({ascending}: Axis, values: readonly T[]): readonly T[] {
  return ascending ? [...values].reverse() : values;
}

/** A range of places [low, high]. */
function placesOf(axis: Axis, [low, high]: readonly [number, number]): readonly [number, number] {
  const ends = [xOf(axis, low), xOf(axis, high)] as const;
  return axis.ascending ? [ends[1], ends[0]] : ends;
}

/** An interval of a place on the axis: its ends change sides where the axis is turned. */
function placeOf<T extends Interval>(axis: Axis, interval: T): T {
  const [low, high] = placesOf(axis, [interval.low, interval.high]);
  const pieces = interval.pieces && {pieces: along(axis, interval.pieces).map((piece) => placesOf(axis, piece))};
  return {...interval, ...pieces, estimate: xOf(axis, interval.estimate), low, high};
}

/** An interval of a difference or a slope: signed, in units of x', or per such a unit. */
function signedOf({ascending}: Axis, interval: Interval): Interval {
  if (!ascending) return interval;
  const {estimate, low, high, pieces} = interval;
  const turned = pieces && {pieces: [...pieces].reverse().map(([from, to]) => [-to, -from] as const)};
  return {...interval, ...turned, estimate: -estimate, low: -high, high: -low};
}

function plateauOf(axis: Axis, plateau: Plateau): Plateau {
  return {...plateau, slope: signedOf(axis, plateau.slope)};
}

function lineOf(axis: Axis, {loss, value}: FittedLine): FittedLine {
  return {loss: along(axis, loss).map((one) => xOf(axis, one)), value: along(axis, value)};
}

function profileOf(axis: Axis, {onset, width, ratio}: ProfileSurface): ProfileSurface {
  const rows = width.map((_, b) => along(axis, ratio.slice(b * onset.length, (b + 1) * onset.length)));
  return {onset: along(axis, onset).map((one) => xOf(axis, one)), width, ratio: rows.flat()};
}

function candidateOf(axis: Axis, candidate: Candidate): Candidate {
  const entries = Object.entries(candidate.parameters);
  const parameters = entries.map(([name, value]) => [name, LOCATION.has(name) ? xOf(axis, value) : value] as const);
  return {...candidate, parameters: Object.fromEntries(parameters)};
}

function breakOf(axis: Axis, place: BreakPlace): BreakPlace {
  const {low, high} = place;
  return low === null || high === null
    ? {...place, estimate: xOf(axis, place.estimate)}
    : placeOf(axis, {...place, low, high});
}

/** Correlations take the sign that they have along x; where a model or a test breaks is a place. */
function classicalOf(axis: Axis, {spearman, pearson, models, tests, ...rest}: Classical): Classical {
  const turned = (r: number | null): number | null => (r !== null && axis.ascending ? -r : r);
  return {
    ...rest,
    spearman: turned(spearman),
    pearson: turned(pearson),
    models: models.map(({at, ...model}) => ({...model, at: at === null ? null : xOf(axis, at)})),
    tests: tests.map((test) => ({
      ...test,
      breaks: along(
        axis,
        test.breaks.map((place) => breakOf(axis, place)),
      ),
    })),
  };
}

function decisionOf(axis: Axis, decision: Decision): Decision {
  const {sharp, soft} = decision.truths;
  return {...decision, truths: {sharp: {onset: xOf(axis, sharp.onset)}, soft}};
}

function curveOf(axis: Axis, curve: CurveFinding): CurveFinding {
  const {onset, estimator, plateau, shapeFree, residuals} = curve;
  return {
    ...curve,
    onset: onset && placeOf(axis, onset),
    estimator: {...estimator, window: placesOf(axis, estimator.window)},
    plateau: plateau && plateauOf(axis, plateau),
    shapeFree: shapeFree && {
      ...shapeFree,
      onset: shapeFree.onset && placeOf(axis, shapeFree.onset),
      firstRejection: shapeFree.firstRejection === null ? null : xOf(axis, shapeFree.firstRejection),
    },
    forecasts: curve.forecasts.map((forecast) => ({...forecast, cutoff: xOf(axis, forecast.cutoff)})),
    residuals: {
      loss: along(axis, residuals.loss).map((one) => xOf(axis, one)),
      value: along(axis, residuals.value),
      run: along(axis, residuals.run),
    },
    candidates: curve.candidates.map((candidate) => candidateOf(axis, candidate)),
    classical: classicalOf(axis, curve.classical),
    fitted: lineOf(axis, curve.fitted),
    profile: curve.profile && profileOf(axis, curve.profile),
    ...(curve.decision ? {decision: decisionOf(axis, curve.decision)} : {}),
  };
}

function pairOf(axis: Axis, pair: PairFinding): PairFinding {
  return {...pair, difference: pair.difference && signedOf(axis, pair.difference)};
}

function benchmarkOf(axis: Axis, finding: BenchmarkFinding): BenchmarkFinding {
  return {
    ...finding,
    pairs: finding.pairs.map((pair) => pairOf(axis, pair)),
    sharedOnset: finding.sharedOnset && placeOf(axis, finding.sharedOnset),
  };
}

/**
 * Findings on the user's axis. Places become x again (onsets, cutoffs, windows, fitted lines, profiles, residuals, onsets among the candidates
 * and the breaks of classical methods), and what runs along the axis runs by rising x. Lengths stay in units of x' (widths, w*, rises, distances of forecasts):
 * units of x, or of ln x. Differences, slopes and correlations stay in those units and take the sign that they have along x or ln x.
 */
export function onUserAxis(findings: Findings, axis: Axis): Findings {
  if (!axis.log && !axis.ascending) return findings;
  return {
    ...findings,
    curves: findings.curves.map((curve) => curveOf(axis, curve)),
    benchmarks: findings.benchmarks.map((finding) => benchmarkOf(axis, finding)),
  };
}
