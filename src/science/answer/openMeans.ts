import {exp, log} from '../../numeric/elementary.ts';
import {type Interpolant, monotone} from '../../numeric/monotone.ts';
import {power} from '../../numeric/power.ts';
import {normalRule} from './spread.ts';

/** The shift in logits at which an open answer is never right. */
export const NEVER = -60;

/** Least ln p of a token: 60 bits. */
const LEAST_LOG = -60 * Math.LN2;

const STEP = 0.25;
const COUNT = 481;

/** Means over questions of an open answer of T tokens, by the shift s in logits. */
export interface OpenMeans {
  /** Shifts of the table, from NEVER to -NEVER. */
  readonly shifts: Float64Array;
  /** E p^T, the share of answers that are right. */
  readonly share: Interpolant;
  /** E p^2T. */
  readonly square: Interpolant;
  /** E ln p of one token, ln p held above -60 ln 2 as where questions are simulated. */
  readonly logProbability: Interpolant;
  /** E (ln p)^2 of one token, held likewise. */
  readonly logProbabilitySquared: Interpolant;
  /** Expected number of wrong tokens, and its square. */
  readonly mistakes: Interpolant;
  readonly mistakesSquared: Interpolant;
}

/** Shifts of the tables, from NEVER to -NEVER. */
const SHIFTS = Float64Array.from({length: COUNT}, (_, i) => NEVER + STEP * i);

/**
 * Means over questions at SHIFTS: of what is read off p = 1 / (1 + exp(-(s + spread b))) of a token, b standard normal, by quadrature.
 */
function meansAtShifts(spread: number): (read: (p: number) => number) => Float64Array {
  const rule = normalRule();
  return (read) =>
    SHIFTS.map((s) => {
      let sum = 0;
      for (let j = 0; j < rule.nodes.length; j++) {
        sum += rule.weights[j]! * read(1 / (1 + exp(-(s + spread * rule.nodes[j]!))));
      }
      return sum;
    });
}

/** Mean over questions of what is read off p, at any s. */
function meanOver(spread: number): (read: (p: number) => number) => Interpolant {
  if (spread === 0) return (read) => (s) => read(1 / (1 + exp(-s)));
  const means = meansAtShifts(spread);
  return (read) => monotone(SHIFTS, means(read));
}

/** Stands for means that underflow, and for those that rounding has made negative. */
const LEAST = 1e-300;

/**
 * Mean over questions of what is read off p, above 0 and far from linear in s: exact where all questions are alike, else by monotone
 * interpolation of its logarithm, which keeps small shares too.
 */
export function logMeanOver(spread: number): (read: (p: number) => number) => Interpolant {
  if (spread === 0) return (read) => (s) => read(1 / (1 + exp(-s)));
  const means = meansAtShifts(spread);
  return (read) => {
    const logs = monotone(
      SHIFTS,
      means(read).map((value) => log(Math.max(value, LEAST))),
    );
    return (s) => exp(logs(s));
  };
}

/**
 * The means of one answer to each question: exact where all questions are alike, else by monotone interpolation (error of a share of one token
 * below 2e-4, at spread 1.5 below 2e-5; relative error of a share of several below 5e-4, at spread 1.5 below 3e-5).
 */
export function openMeans(spread: number, tokens: number): OpenMeans {
  const mean = meanOver(spread);
  const share = tokens === 1 ? mean : logMeanOver(spread);
  const heldLog = (p: number): number => Math.max(log(p), LEAST_LOG);
  return {
    shifts: SHIFTS,
    share: share((p) => power(p, tokens)),
    square: share((p) => power(p, tokens) ** 2),
    logProbability: mean(heldLog),
    logProbabilitySquared: mean((p) => heldLog(p) ** 2),
    mistakes: mean((p) => tokens * (1 - p)),
    mistakesSquared: mean((p) => tokens * (1 - p) * (p + tokens * (1 - p))),
  };
}
