import type {Latent} from '../latent.ts';
import {DRAWN, type Panel} from './panel.ts';

/** Functions of the question alone: polynomials in b of degree 1 to 8. */
export const QUESTION_FUNCTIONS = 8;

/** Functions of question and answer: scores at anchor latents. */
export const ANSWER_FUNCTIONS = 15;

/** One score at one latent. */
export interface Anchor extends Latent {
  readonly statistic: (typeof DRAWN)[number];
}

const at = (statistic: Anchor['statistic'], s: number, tau: number): Anchor => ({statistic, s, tau});

/** Anchors of multiple choice: the indicator depends on s / tau alone and needs most of them. */
export const CHOICE_ANCHORS: readonly Anchor[] = [
  ...[0, 0.3, 0.8, 1.6, 3, 6, 14, 32].map((ratio) => at('correct', ratio, 1)),
  at('probability', 0, 0.7),
  at('probability', 0.7, 0.7),
  at('probability', 2.5, 0.9),
  at('probability', 9, 0.9),
  at('logProbability', 0, 0.7),
  at('logProbability', 1.5, 0.9),
  at('margin', 0.3, 0.7),
];

/** Anchors of open answers: everything but the indicator is a function of the question. */
export const OPEN_ANCHORS: readonly Anchor[] = Array.from({length: ANSWER_FUNCTIONS}, (_, i) =>
  at('correct', i - 7, 1),
);

/** Mean over a panel of the product of two columns; four sums side by side, for one would wait for itself. */
export function inner(a: Float64Array, b: Float64Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  return (s0 + s1 + (s2 + s3)) / a.length;
}

/** What is left of a column without its part in the basis, at length 1; all 0 where nothing is left. */
function remainder(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = column.slice();
  const before = inner(left, left);
  // Twice is enough (Kahan, in Parlett 1980, section 6.9).
  for (const _ of [1, 2]) {
    for (const direction of basis) {
      const part = inner(left, direction);
      for (let i = 0; i < left.length; i++) left[i]! -= part * direction[i]!;
    }
  }
  const size = inner(left, left);
  const scale = size > 1e-9 * before ? 1 / Math.sqrt(size) : 0;
  return left.map((value) => scale * value);
}

/**
 * Orthonormal functions over a panel, by Gram and Schmidt: the constant, polynomials of b, then scores at the anchors;
 * shape [1 + QUESTION_FUNCTIONS + ANSWER_FUNCTIONS][panel.size].
 */
export function panelBasis(panel: Panel, anchors: readonly Anchor[]): Float64Array[] {
  const basis: Float64Array[] = [];
  const add = (column: Float64Array) => void basis.push(remainder(column, basis));
  add(new Float64Array(panel.size).fill(1));
  for (let degree = 1; degree <= QUESTION_FUNCTIONS; degree++) {
    add(basis[degree - 1]!.map((value, i) => value * panel.b[i]!));
  }
  for (const anchor of anchors) {
    const from = DRAWN.indexOf(anchor.statistic) * panel.size;
    add(panel.answer(anchor).slice(from, from + panel.size));
  }
  return basis;
}
