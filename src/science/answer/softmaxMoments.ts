import {exp} from '../../numeric/elementary.ts';
import {once} from '../../numeric/once.ts';
import {normalRule} from './spread.ts';

const STEP = 0.125;
const LOW = -40;
const COUNT = 481;
/** Lowest shift delta = s a of the correct option's logit. */
export const SHIFT_LOW = -4;
/** Number of shifts on the grid. */
export const SHIFT_COUNT = 353;
/** Step of the grid of shifts, the same as that of the integration. */
export const SHIFT_STEP = STEP;

/** Means over answers at one shift: of p_correct, the Brier score, ln p_correct and the margin, each followed by that of its square. */
export const MOMENTS = [
  'probability',
  'probabilitySquared',
  'brier',
  'brierSquared',
  'logProbability',
  'logProbabilitySquared',
  'margin',
  'marginSquared',
] as const;

/** One of the means. */
export type Moment = (typeof MOMENTS)[number];

/** g_k(u) = E[x^k exp(-x)], x = exp(u + tau Z), on the grid of u, for k = 0 to 4. */
function laplaceMoments(tau: number): readonly Float64Array[] {
  const rule = normalRule();
  const spread = rule.nodes.map((z) => exp(tau * z));
  const empty = () => new Float64Array(COUNT);
  const [g0, g1, g2, g3, g4] = [empty(), empty(), empty(), empty(), empty()];
  for (let i = 0; i < COUNT; i++) {
    const scale = exp(LOW + i * STEP);
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    for (let j = 0; j < spread.length; j++) {
      const x = scale * spread[j]!;
      if (x > 700) break;
      const term = rule.weights[j]! * exp(-x);
      // Not a loop over k: sums in registers are many times as fast.
      a += term;
      b += term * x;
      c += term * x * x;
      d += term * x * x * x;
      e += term * x * x * x * x;
    }
    g0[i] = a;
    g1[i] = b;
    g2[i] = c;
    g3[i] = d;
    g4[i] = e;
  }
  return [g0, g1, g2, g3, g4];
}

/** Highest shift in steps, and room for sums side by side. */
const HIGHEST = SHIFT_COUNT - 1 + Math.round(SHIFT_LOW / STEP);
const ROOM = HIGHEST + 4;

/**
 * Integral of own(v) others(v - delta) dv over `factorial`, for every shift delta: others are held below the grid and 0 above it.
 * Four sums side by side, for one would wait for itself.
 */
function convolve(own: Float64Array, others: Float64Array, factorial: number): Float64Array {
  const held = new Float64Array(ROOM + COUNT + SHIFT_COUNT - HIGHEST);
  held.fill(others[0]!, 0, ROOM);
  held.set(others, ROOM);
  const out = new Float64Array(SHIFT_COUNT + 3);
  for (let d = 0; d < SHIFT_COUNT; d += 4) {
    const from = ROOM + SHIFT_COUNT - 1 - HIGHEST - d;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let i = 0; i < COUNT; i++) {
      const value = own[i]!;
      const at = from + i;
      s0 += value * held[at]!;
      s1 += value * held[at - 1]!;
      s2 += value * held[at - 2]!;
      s3 += value * held[at - 3]!;
    }
    out[d] = (STEP * s0) / factorial;
    out[d + 1] = (STEP * s1) / factorial;
    out[d + 2] = (STEP * s2) / factorial;
    out[d + 3] = (STEP * s3) / factorial;
  }
  return out.subarray(0, SHIFT_COUNT);
}

/** Others of the remaining options: product of their transforms. */
function remaining(g: readonly Float64Array[], options: number): (...powers: number[]) => Float64Array {
  return (...powers) =>
    Float64Array.from({length: COUNT}, (_, i) => {
      let product = 1;
      for (const k of powers) product *= g[k]![i]!;
      for (let c = powers.length + 1; c < options; c++) product *= g[0]![i]!;
      return product;
    });
}

/**
 * E[x_max exp(-sum x)] and E[x_max^2 exp(-sum x)] of the wrong options, x_c = exp(u + tau Z_c), on the grid of u:
 * (K - 1) E[x^k exp(-x) G(Z)^(K - 2)], G(z) = E[exp(-x); Z < z].
 */
function largestWrong(options: number, tau: number): readonly [Float64Array, Float64Array] {
  const rule = normalRule();
  const spread = rule.nodes.map((z) => exp(tau * z));
  const count = spread.length;
  const density = new Float64Array(count + 2);
  const [first, second] = [new Float64Array(COUNT), new Float64Array(COUNT)];
  for (let i = 0; i < COUNT; i++) {
    const scale = exp(LOW + i * STEP);
    for (let j = 0; j < count; j++) density[j + 1] = rule.weights[j]! * exp(-scale * spread[j]!);
    let below = 0;
    let [sum, squares] = [0, 0];
    for (let j = 1; j <= count; j++) {
      const own = density[j]!;
      // The trapezoid rule up to z, with the first correction of Euler and Maclaurin for the slope at its end.
      const smaller = below + 0.5 * own - (density[j + 1]! - density[j - 1]!) / 24;
      let term = (options - 1) * own * scale * spread[j - 1]!;
      for (let c = 2; c < options; c++) term *= smaller;
      sum += term;
      squares += term * scale * spread[j - 1]!;
      below += own;
    }
    first[i] = sum;
    second[i] = squares;
  }
  return [first, second];
}

/** Integral of u^k exp(-x) over u = ln x on the grid: where powers of the logarithm of a sum of exponentials are counted from. */
function unitArea(k: 0 | 1): number {
  let sum = 0;
  for (let i = 0; i < COUNT; i++) sum += (k === 0 ? 1 : LOW + i * STEP) * exp(-exp(LOW + i * STEP));
  return STEP * sum;
}

/** Euler's constant. */
const EULER = 0.5772156649015329;

/**
 * Means of the softmax over K logits tau e_c with the correct one shifted by delta, made when they are asked for; shape [SHIFT_COUNT] each.
 * 1 / S^M = integral of t^(M-1) exp(-t S) / (M-1)! over t turns E of any product of p_c into one integral over u = ln t
 * of products of g_k, exact to about 1e-12; so does ln S = integral of (exp(-t) - exp(-t S)) / t. With ln t in the integral it is
 * -(ln S)^2 / 2 - gamma ln S, and E e_0 ln S = tau E p_0 (Stein 1981, lemma 1). The margin is exact to 1e-6.
 */
export function softmaxMoments(options: number, tau: number): Readonly<Record<Moment, () => Float64Array>> {
  const g = laplaceMoments(tau);
  const rest = remaining(g, options);
  const none = rest();
  const others = options - 1;
  const p1 = once(() => convolve(g[1]!, none, 1));
  const p2 = once(() => convolve(g[2]!, none, 1));
  const q2 = once(() => convolve(g[0]!, rest(2), 1));
  const largest = once(() => largestWrong(options, tau));
  const logProbability = once(() => {
    const area = unitArea(0);
    return convolve(g[0]!, none, 1).map((value) => value - area);
  });
  return {
    probability: p1,
    probabilitySquared: p2,
    // B = (1 - p)^2 + q, with q the sum of the squares of the wrong options.
    brier: () => p1().map((p, i) => 1 - 2 * p + p2()[i]! + others * q2()[i]!),
    brierSquared() {
      const p3 = convolve(g[3]!, none, 2);
      const p4 = convolve(g[4]!, none, 6);
      const two = rest(2);
      const p1q2 = convolve(g[1]!, two, 2);
      const p2q2 = convolve(g[2]!, two, 6);
      const q4 = convolve(g[0]!, rest(4), 6);
      const q2q2 = options > 2 ? convolve(g[0]!, rest(2, 2), 6) : new Float64Array(SHIFT_COUNT);
      return p1().map((p, i) => {
        const own = 1 - 4 * p + 6 * p2()[i]! - 4 * p3[i]! + p4[i]!;
        const mixed = 2 * others * (q2()[i]! - 2 * p1q2[i]! + p2q2[i]!);
        return own + mixed + others * (q4[i]! + (others - 1) * q2q2[i]!);
      });
    },
    logProbability,
    logProbabilitySquared() {
      const area = unitArea(1);
      const weighted = g[0]!.map((value, i) => (LOW + i * STEP) * value);
      return convolve(weighted, none, 1).map((value, i) => {
        const square = 2 * (value - area) + 2 * EULER * logProbability()[i]!;
        return square + tau * tau * (1 - 2 * p1()[i]!);
      });
    },
    margin() {
      const rival = convolve(g[0]!, largest()[0], 1);
      return p1().map((p, i) => p - rival[i]!);
    },
    marginSquared() {
      const product = convolve(g[1]!, largest()[0], 1);
      const square = convolve(g[0]!, largest()[1], 1);
      return p2().map((p, i) => p - 2 * product[i]! + square[i]!);
    },
  };
}
