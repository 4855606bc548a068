import {normals} from '../../numeric/normal.ts';
import {type Stream, uniforms} from '../../numeric/stream.ts';
import type {Bootstrap} from '../evidence.ts';
import type {EstimatorChoice} from '../findings.ts';

/** Fewer runs than this say too little about the spread between runs. */
const FEWEST_RUNS = 10;
/** Runs of fewer points than this say nothing about correlation along a run. */
const SHORTEST = 10;

/** What is known of the dependence of a curve's points. */
export interface Dependence {
  /** Places of the points of each training run, in training order. */
  readonly runs: readonly Int32Array[];
  /** (1 + r) / (1 - r), r the lag-1 correlation of residuals along a run. */
  readonly inflation: number;
}

/** Lag-1 correlation from (1 + r) / (1 - r). */
export function correlationOf(inflation: number): number {
  return (inflation - 1) / (inflation + 1);
}

/**
 * Bandwidth of multipliers that follow each other along a run, points: 1.1447 (4 r^2 / (1 - r^2)^2 n)^(1/3) for the Bartlett kernel
 * (Andrews 1991, equations 6.2 and 6.4), n the mean length of a run, at least 1 and at most half of n.
 */
function bandwidthOf({runs, inflation}: Dependence): number {
  const points = runs.reduce((sum, run) => sum + run.length, 0) / runs.length;
  const r = correlationOf(inflation);
  const width = Math.round(1.1447 * Math.cbrt((4 * r * r * points) / (1 - r * r) ** 2));
  return Math.max(Math.min(width, Math.floor(points / 2)), 1);
}

/**
 * The kind of resample that suits a curve: whole runs where there are at least ten of several points and dependence along them is seen
 * or cannot be seen; normal noise where standard errors are known; else signs on residuals, or multipliers that follow each other
 * along a run where residuals do.
 */
export function bootstrapFor(dependence: Dependence, weights: EstimatorChoice['weights']): Bootstrap {
  const {runs, inflation} = dependence;
  const long = runs.some((run) => run.length >= SHORTEST);
  const several = runs.filter((run) => run.length > 1).length;
  if (several >= FEWEST_RUNS && (inflation > 1 || !long)) return 'cluster';
  if (weights === 'standard-errors') return 'parametric';
  return bandwidthOf(dependence) > 1 ? 'dependent' : 'wild';
}

/** Six weights of mean 0 and variance 1 (Webb 2023, section 3). */
const SIX = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)] as const;

/** AR(1) along every run, each number standard normal. */
function autoregressive({runs, inflation}: Dependence, z: Float64Array): Float64Array {
  const r = correlationOf(inflation);
  const fresh = Math.sqrt(1 - r * r);
  for (const run of runs) {
    for (let k = 1; k < run.length; k++) z[run[k]!] = r * z[run[k - 1]!]! + fresh * z[run[k]!]!;
  }
  return z;
}

/** Moving sums along every run: standard normal with the Bartlett kernel's correlation (Shao 2010, section 2). */
function moving({runs}: Dependence, width: number, z: Float64Array): Float64Array {
  const out = new Float64Array(z.length - runs.length * (width - 1));
  let from = 0;
  for (const run of runs) {
    for (let k = 0; k < run.length; k++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += z[from + k + j]!;
      out[run[k]!] = sum / Math.sqrt(width);
    }
    from += run.length + width - 1;
  }
  return out;
}

/**
 * Draws the multipliers of one resample: of the standard deviation (parametric) or of the residuals (else).
 * `points` is their number.
 */
export function multipliers(kind: Bootstrap, dependence: Dependence, points: number): (stream: Stream) => Float64Array {
  const {runs} = dependence;
  if (kind === 'parametric') return (stream) => autoregressive(dependence, normals(stream, points));
  if (kind === 'wild') return (stream) => uniforms(stream, points).map((u) => (u < 0.5 ? -1 : 1));
  if (kind === 'dependent') {
    const width = bandwidthOf(dependence);
    return (stream) => moving(dependence, width, normals(stream, points + runs.length * (width - 1)));
  }
  return (stream) => {
    const out = new Float64Array(points);
    const u = uniforms(stream, runs.length);
    runs.forEach((run, k) => {
      for (const at of run) out[at] = SIX[Math.floor(6 * u[k]!)]!;
    });
    return out;
  };
}
