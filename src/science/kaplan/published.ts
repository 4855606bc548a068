import {pow} from '../../numeric/elementary.ts';
import type {LawForm} from '../law.ts';
import {kaplanC, kaplanD, kaplanN} from '../laws/kaplan.ts';
import type {LossPower} from './crossing.ts';

function presetOf({presets}: LawForm, name: string): LossPower {
  const [scale, exponent] = Object.values(presets[name]!.values);
  return {scale: scale!, exponent: exponent!};
}

/** L = (scale / x)^exponent, nats per token. */
export function lossOf(x: number, {scale, exponent}: LossPower): number {
  return pow(scale / x, exponent);
}

/** L(N), parameters without embeddings (Kaplan et al. 2020, equation 1.1 and table 5). */
export const PUBLISHED_SIZE = presetOf(kaplanN, 'kaplan2020-n');

/** L(D), tokens (Kaplan et al. 2020, equation 1.2 and table 5). */
export const PUBLISHED_DATA = presetOf(kaplanD, 'kaplan2020-d');

/** L(Cmin), PF-days, as the text and table 5 print it: what computations take. */
export const PUBLISHED_FRONTIER = presetOf(kaplanC, 'kaplan2020-cmin');

/** The same as the legends of Figs 1 and 13 print it: 2.3e8 PF-days for 3.1e8; what those figures draw. */
export const LEGEND_FRONTIER: LossPower = {scale: 2.3e8, exponent: PUBLISHED_FRONTIER.exponent};

/** L(C) at a fixed batch as the legend of Fig 13 prints it: 2.0e7 PF-days, where table 5 has 1.6e7. */
export const LEGEND_FIXED_BATCH: LossPower = {scale: 2e7, exponent: presetOf(kaplanC, 'kaplan2020-c').exponent};
