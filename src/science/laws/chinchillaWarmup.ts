import {exp, log, pow} from '../../numeric/elementary.ts';
import {solveRising} from '../../numeric/monotone.ts';
import type {Law, LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';
import {WARMUP} from '../population.ts';
import {BATCH} from '../populations/kaplan2020.ts';
import {chinchilla} from './chinchilla.ts';

/** Powers of e above W at which tokens for a small loss are looked for. */
const REACH = 90;

/** Tokens weighted by a learning rate that rises over the first `W` of them: D^2 / (2 W) up to W, D - W/2 beyond; ours, illustrative. */
export function countedTokens(D: number, W: number): number {
  return D < W ? (D * D) / (2 * W) : D - W / 2;
}

/**
 * Tokens D at which c^-beta d ln c / d ln D is `slope`, c being the counted tokens: d ln c / d ln D is 2 up to W and D / c beyond. The product
 * falls as D grows, so that there is one such D.
 */
export function tokensOfSlope(slope: number, {beta, W}: Values): number {
  const within = Math.sqrt(2 * W! * pow(slope / 2, -1 / beta!));
  if (within <= W!) return within;
  const fallen = (D: number): number => (beta! + 1) * log(countedTokens(D, W!)) - log(D);
  const low = log(W!);
  return exp(solveRising((lnD) => fallen(exp(lnD)), -log(slope), low, low + REACH));
}

function build({E, A, alpha, B, beta, W}: Values): Law {
  return ({N, D}) => E! + A! * pow(N, -alpha!) + B! * pow(countedTokens(D, W!), -beta!);
}

const {E, A, alpha, B, beta} = chinchilla.parameters;
const {delta: _, ...HOFFMANN} = chinchilla.presets.hoffmann2022!.values;

/** Chinchilla's parametric loss where tokens of a warm-up teach as much as their learning rate is high: what a long warm-up does to short training. */
export const chinchillaWarmup: LawForm = {
  name: 'chinchilla-warmup',
  formula: 'E + A / N^alpha + B / c^beta, c = min(D, W)^2 / (2 W) + max(D - W, 0)',
  source:
    'Hoffmann et al. 2022, section 3.3, arXiv:2203.15556; that tokens count by their learning rate is ours (illustrative)',
  parameters: {
    E: E!,
    A: A!,
    alpha: alpha!,
    B: B!,
    beta: beta!,
    W: {about: 'tokens over which the learning rate rises', unit: 'tokens', min: 0, open: true},
  },
  presets: {
    'hoffmann2022-warmup': {
      values: {...HOFFMANN, W: WARMUP * BATCH},
      source:
        'Hoffmann et al. 2022, arXiv:2203.15556, with the warm-up of Kaplan et al. 2020, section 2.2, arXiv:2001.08361: 3,000 steps of 512 sequences of 1,024 tokens',
    },
  },
  build,
};
