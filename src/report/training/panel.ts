import type {LossPower} from '../../science/kaplan/crossing.ts';
import {logTicks} from '../axes.ts';
import type {Language} from '../figure.ts';
import type {Layer, Panel} from '../spec.ts';
import {INK, STRONG} from '../theme.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {logDomain, type TrainingAxis} from './axes.ts';
import type {KeyEntry} from './key.ts';
import type {LineLook} from './marks.ts';
import {lossPowerText} from './numbers.ts';

/** Width and height of a panel, pixels. */
export const PANEL = {width: 290, height: 235} as const;

/** What was fitted to the simulated runs. */
export const OURS: LineLook = {color: INK.fit, width: 1.6};

/** What a paper printed. */
export const THEIRS: LineLook = {color: '#d1521a', dash: [5, 3], width: 1.8};

/** A panel with a title. */
export function trainingPanel(
  title: string,
  layer: readonly Layer[],
  {width, height}: {width: number; height: number} = PANEL,
): Panel {
  return {title: {text: title, fontWeight: STRONG}, width, height, layer: [...layer]};
}

/** Share of its upper end from which on a label would push the title of a panel up. */
const BELOW_TOP = 0.98;

/** Room beyond the sizes of an axis, as a factor. */
const SIZE_ROOM = 1.5;

/** The axis of the loss, logarithmic. */
export function lossAxis(domain: readonly [number, number], language: Language): TrainingAxis {
  const ticks = logTicks(domain).filter((tick) => tick < BELOW_TOP * domain[1]);
  return {title: TRAINING_AXES.loss[language], domain, look: 'plain', ticks};
}

/** The axis of sizes, logarithmic, with room at both ends. */
export function sizeAxis(sizes: readonly number[], language: Language): TrainingAxis {
  return {title: TRAINING_AXES.size[language], domain: logDomain(sizes, SIZE_ROOM), look: 'count'};
}

/** The entry of a key for what was fitted (`OURS`) or printed (`THEIRS`); `law` is the formula with its numbers. */
export function lawEntry(
  word: 'fitted' | 'published',
  law: string,
  language: Language,
  look = word === 'fitted' ? OURS : THEIRS,
): KeyEntry {
  return {text: fill(COMPUTE_WORDS[word], language, {law}), look};
}

/** The entries of a key for a fitted law of loss, where there is one, and the published one. */
export function lossEntries(symbol: string, ours: LossPower | null, theirs: LossPower, language: Language): KeyEntry[] {
  return [
    ...(ours ? [lawEntry('fitted', lossPowerText(symbol, ours), language)] : []),
    lawEntry('published', lossPowerText(symbol, theirs), language),
  ];
}
