import {pow} from '../../numeric/elementary.ts';
import {monotone} from '../../numeric/monotone.ts';
import {EVEN_GUESS} from './vocabulary.ts';

/** L(T) = a + b T^-p: loss of the token at position T of the context, nats. */
export interface PositionLaw {
  readonly a: number;
  readonly b: number;
  readonly p: number;
}

/** Tokens of a context in Kaplan et al. 2020. */
export const CONTEXT = 1024;
/** Tokens of the short contexts of Fig 21. */
export const SHORT_CONTEXT = 8;

/** A model whose loss by position is published. */
export interface PositionModel {
  readonly name: string;
  /** Without embeddings. */
  readonly params: number;
  readonly law: PositionLaw;
}

/**
 * The fits in the legend of Kaplan et al. 2020, Fig 20, from the smallest model to the largest, to the printed digits. The paper prints
 * sizes from about 4e5 to 7e8; that these are the six of its Fig 4 is our reading.
 */
export const POSITION_MODELS: readonly PositionModel[] = [
  {name: '393.2K', params: 393200, law: {a: 4.0, b: 3.2, p: 0.47}},
  {name: '3M', params: 3e6, law: {a: 3.4, b: 4.0, p: 0.56}},
  {name: '25M', params: 2.5e7, law: {a: 2.9, b: 4.5, p: 0.56}},
  {name: '85M', params: 8.5e7, law: {a: 2.7, b: 4.9, p: 0.6}},
  {name: '302M', params: 3.02e8, law: {a: 2.4, b: 5.1, p: 0.61}},
  {name: '708M', params: 7.08e8, law: {a: 2.3, b: 5.4, p: 0.62}},
];

/** Mean of T^-p over the positions 1 .. `context`. */
export function meanPower(p: number, context = CONTEXT): number {
  let sum = 0;
  for (let T = context; T > 0; T--) sum += pow(T, -p);
  return sum / context;
}

/** Loss averaged over the positions of a context, nats per token. */
export function meanLoss({a, b, p}: PositionLaw, context = CONTEXT): number {
  return a + b * meanPower(p, context);
}

/** The published fits by rising mean loss, and their means with the even guess at the end, where all positions are alike. */
const RISING = POSITION_MODELS.map(({law}) => law).reverse();
const MEANS = RISING.map((law) => meanLoss(law));
const SIZE = monotone([...MEANS, EVEN_GUESS], [...RISING.map(({b}) => b), 0]);
const POWER = monotone(
  MEANS,
  RISING.map(({p}) => p),
);

/**
 * How the loss of a model is spread over the positions of its context of 1,024 tokens, from its mean `loss`: b and p go through the
 * published fits (PCHIP in the mean loss, b to 0 at the loss of an even guess), and a makes the mean the given one.
 */
export function positionLaw(loss: number): PositionLaw {
  const [b, p] = [SIZE(loss), POWER(loss)];
  return {a: loss - b * meanPower(p), b, p};
}

/** a + b T^-p, nats. */
export function positionLoss({a, b, p}: PositionLaw, position: number): number {
  return a + b * pow(position, -p);
}

/** Share of its loss that a model gains on early tokens when its context holds 8 tokens only: chosen by us (Kaplan et al. 2020, Fig 21, prints none). */
export const SHORT_GAIN = 0.03;
