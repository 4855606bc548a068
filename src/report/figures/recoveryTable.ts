import type {RecoveredParameter, RecoveryFinding} from '../../inference/findings.ts';
import {LAWS} from '../../science/laws/registry.ts';
import {wrap} from '../displayWidth.ts';
import type {Figure, Language} from '../figure.ts';
import {DASH} from '../ledTable.ts';
import {significant} from '../numbers.ts';
import {constantText, coverageText, holdsTruth, recoveredText} from '../recovery.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import {INK, STRONG} from '../theme.ts';
import {fill} from '../words/fill.ts';
import {RECOVERY_WORDS} from '../words/recovery.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';

const WIDTH = 170;
const ROW = 19;
/** Right ends, or left ones, of the columns of numbers, pixels from the left. */
const PLACES = {truth: WIDTH + 62, fitted: WIDTH + 74, covered: WIDTH + 300} as const;
const ALIGN = {truth: 'right', fitted: 'left', covered: 'right'} as const;
/** Ends of the axis of ratios; what goes beyond is cut. */
const DOMAIN = [0.5, 2] as const;
const COLUMNS = 2;
/** Widest line of a subtitle, as wide as a panel with its numbers, in columns of text. */
const SUBTITLE = 100;

function valuesOf(parameters: readonly RecoveredParameter[]) {
  return parameters.map((one) => {
    const {truth, estimate, low, high} = one;
    const ratio = (value: number | null) => (truth && value !== null ? significant(value / truth, 5) : null);
    return {
      name: one.name,
      at: ratio(estimate),
      low: ratio(low),
      high: ratio(high),
      missed: holdsTruth(one) === false,
      faint: one.warnings.length > 0,
      truth: truth === null ? DASH : constantText(truth),
      fitted: recoveredText(one),
      covered: coverageText(one),
    };
  });
}

function textLayers(language: Language): Layer[] {
  const y = {field: 'name', type: 'nominal' as const, sort: null};
  return (['truth', 'fitted', 'covered'] as const).flatMap((column) => [
    {
      mark: {type: 'text' as const, align: ALIGN[column], fontSize: 11},
      encoding: {
        x: {value: PLACES[column]},
        y,
        text: {field: column, type: 'nominal' as const},
        color: {condition: {test: 'datum.missed', value: INK.onset}, value: INK.text},
        opacity: {condition: {test: 'datum.faint', value: 0.5}, value: 1},
      },
    },
    {
      data: {values: [{head: RECOVERY_WORDS[column][language]}]},
      mark: {type: 'text' as const, align: ALIGN[column], fontSize: 10.5, color: INK.soft, y: -8},
      encoding: {x: {value: PLACES[column]}, text: {field: 'head', type: 'nominal' as const}},
    },
  ]);
}

function panel({name, law, runs, parameters, held = []}: RecoveryFinding, language: Language): Panel {
  const {formula} = LAWS.find((form) => form.name === law)!;
  const names = held.map((one) => one.name).join(LIST_SEPARATOR[language]);
  const left = held.length > 0 ? [fill(RECOVERY_WORDS.panelHeld, language, {names})] : [];
  const x = {
    type: 'quantitative' as const,
    title: RECOVERY_WORDS.axis[language],
    scale: {type: 'log' as const, domain: [...DOMAIN], nice: false},
    axis: {values: [0.5, 0.7, 1, 1.4, 2], format: '~g'},
  };
  const y = {field: 'name', type: 'nominal' as const, title: null, sort: null, axis: {labelFontSize: 11.5}};
  const color = {condition: {test: 'datum.missed', value: INK.onset}, value: INK.points};
  const opacity = {condition: {test: 'datum.faint', value: 0.45}, value: 1};
  return {
    title: {
      text: name,
      subtitle: [...wrap(fill(RECOVERY_WORDS.panel, language, {formula, runs}), SUBTITLE), ...left],
      fontWeight: STRONG,
      offset: 22,
    },
    width: WIDTH,
    height: ROW * parameters.length,
    data: {values: valuesOf(parameters)},
    layer: [
      {
        data: {values: [{one: 1}]},
        mark: {type: 'rule', color: INK.truth, strokeDash: [1.6, 3.2]},
        encoding: {x: {field: 'one', ...x}},
      },
      {
        transform: [{filter: 'datum.low !== null'}],
        mark: {type: 'rule', strokeWidth: 2.4, clip: true},
        encoding: {x: {field: 'low', ...x}, x2: {field: 'high'}, y, color, opacity},
      },
      {
        transform: [{filter: 'datum.at !== null'}],
        mark: {type: 'circle', size: 42, clip: true},
        encoding: {x: {field: 'at', ...x}, y, color, opacity},
      },
      ...textLayers(language),
    ],
  };
}

/** Constants of laws beside what is fitted to runs that were simulated by them. */
export const recoveryTable: Figure = {
  ...HEADINGS.recoveryTable,
  draw({findings: {recovery = []}, manifest}, language) {
    if (recovery.length === 0) return [];
    const title = RECOVERY_WORDS.title[language];
    const {replicates: n = 1} = manifest.counts;
    const covered = n > 1 ? fill(RECOVERY_WORDS.captionCovered, language, {n}) : '';
    const caption = fill(RECOVERY_WORDS.caption, language, {covered});
    const cells = recovery.map((one) => panel(one, language));
    return [{id: 'recovery-table', title, caption, spec: panels(title, Math.min(COLUMNS, cells.length), cells)}];
  },
};
