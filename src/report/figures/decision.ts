import type {DecidedDesign, DecisionRates} from '../../inference/findings.ts';
import {type Undecided, undecidedOf} from '../evidence/decision.ts';
import {metricOf} from '../evidence/section.ts';
import type {Figure, Language} from '../figure.ts';
import {benchmarkLabel, drawnPart} from '../lookup.ts';
import {decimal, NORMAL_95, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, SHAPE_INK, STRONG} from '../theme.ts';
import {DECISION_WORDS} from '../words/decision.ts';
import {estimatorText} from '../words/estimators.ts';
import {fill} from '../words/fill.ts';
import {HEADINGS} from './headings.ts';

const TRUTHS = ['sharp', 'soft'] as const;
const OUTCOMES = ['right', 'wrong'] as const;
/** Dashes of what is told rightly and wrongly. */
const DASHES = [
  [1, 0],
  [4, 3],
];
type Effort = 'points' | 'noise';

function percent(share: number): number {
  return significant(100 * Math.min(Math.max(share, 0), 1), 4);
}

/** Points of a panel: one for each effort, truth and outcome. */
function valuesOf(designs: readonly DecidedDesign[], effort: Effort, language: Language) {
  const other = effort === 'points' ? 'noise' : 'points';
  return designs
    .filter((design) => design[other] === 1)
    .flatMap((design) =>
      TRUTHS.flatMap((truth) =>
        OUTCOMES.map((outcome) => {
          const rates: DecisionRates = design[truth];
          const {value, mcse} = rates[outcome];
          return {
            effort: design[effort],
            truth: DECISION_WORDS[`${truth}Key`][language],
            outcome: DECISION_WORDS[outcome][language],
            share: percent(value),
            low: percent(value - NORMAL_95 * mcse),
            high: percent(value + NORMAL_95 * mcse),
          };
        }),
      ),
    );
}

function axesOf(effort: Effort, efforts: readonly number[], word: (name: keyof typeof DECISION_WORDS) => string) {
  const x = {
    type: 'quantitative' as const,
    title: word(`${effort}Axis`),
    scale: {type: 'log' as const, base: 2, domain: [0.93 * efforts[0]!, 1.07 * efforts.at(-1)!], nice: false},
    axis: {values: [...efforts], format: '~g', grid: false},
  };
  const y = {
    type: 'quantitative' as const,
    title: word('share'),
    scale: {domain: [-3, 103], nice: false},
    axis: {values: [0, 20, 40, 60, 80, 100]},
  };
  return {x, y};
}

/** Colour says which truth, dashes whether it is told. */
function looksOf(word: (name: keyof typeof DECISION_WORDS) => string) {
  const color = {
    field: 'truth',
    type: 'nominal' as const,
    title: word('truth'),
    sort: null,
    scale: {domain: TRUTHS.map((truth) => word(`${truth}Key`)), range: [SHAPE_INK.sharp, SHAPE_INK.soft]},
  };
  const strokeDash = {
    field: 'outcome',
    type: 'nominal' as const,
    title: word('outcome'),
    sort: null,
    scale: {domain: OUTCOMES.map(word), range: [...DASHES]},
  };
  return {color, strokeDash};
}

function layersOf({decision}: Undecided, effort: Effort, language: Language): Layer[] {
  const word = (name: keyof typeof DECISION_WORDS): string => DECISION_WORDS[name][language];
  const values = valuesOf(decision.designs, effort, language);
  const {x, y} = axesOf(effort, [...new Set(values.map((value) => value.effort))], word);
  const {color, strokeDash} = looksOf(word);
  const at = {x: {field: 'effort', ...x}, color};
  return [
    {
      data: {values: [{at: 100 * decision.wanted}]},
      mark: {type: 'rule', color: INK.paper, strokeWidth: 1},
      encoding: {y: {field: 'at', ...y}},
    },
    {
      data: {values},
      mark: {type: 'rule', strokeWidth: 1.2},
      encoding: {...at, y: {field: 'low', ...y}, y2: {field: 'high'}},
    },
    {
      data: {values},
      mark: {type: 'line', strokeWidth: 1.8},
      encoding: {...at, y: {field: 'share', ...y}, strokeDash},
    },
    {
      data: {values},
      mark: {type: 'circle', size: 34, opacity: 1},
      encoding: {
        ...at,
        y: {field: 'share', ...y},
        tooltip: [
          {field: 'truth', type: 'nominal', title: word('truth')},
          {field: 'outcome', type: 'nominal', title: word('outcome')},
          {field: 'effort', type: 'quantitative', title: word(`${effort}Axis`)},
          {field: 'share', type: 'quantitative', title: word('share')},
        ],
      },
    },
  ];
}

function panel(study: Study, undecided: Undecided, effort: Effort, language: Language): Panel {
  const {curve, decision} = undecided;
  const names = [benchmarkLabel(study, curve.benchmark), metricOf(study, curve, language)].join(' - ');
  const {sharp, soft} = decision.truths;
  const truths = [
    fill(DECISION_WORDS.sharp, language, {onset: decimal(sharp.onset)}),
    fill(DECISION_WORDS.soft, language, {curve: estimatorText(soft.curve, language)}),
  ];
  return {
    title: {text: names, subtitle: truths.join(' \u00b7 '), fontWeight: STRONG},
    width: 270,
    height: 170,
    layer: layersOf(undecided, effort, language),
  };
}

/** How often tables with more points, or with less noise, would be told rightly and wrongly: two panels for each undetermined curve. */
export const decision: Figure = {
  ...HEADINGS.decision,
  draw(whole, language) {
    const study = drawnPart(whole);
    const undecided = undecidedOf(study.findings.curves);
    if (undecided.length === 0) return [];
    const title = DECISION_WORDS.figure[language];
    const n = undecided[0]!.decision.replicates;
    const shown = undecided.flatMap((one) => [
      panel(study, one, 'points', language),
      panel(study, one, 'noise', language),
    ]);
    const caption = fill(DECISION_WORDS.figureCaption, language, {n});
    return [{id: 'decision', title, caption, spec: panels(title, 2, shown)}];
  },
};
