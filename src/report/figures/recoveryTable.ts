import type {RecoveryFinding} from '../../inference/findings.ts';
import {isIdentified} from '../../inference/recovery/identified.ts';
import {LAWS} from '../../science/laws/registry.ts';
import {wrap} from '../displayWidth.ts';
import type {Figure, Language} from '../figure.ts';
import {significant} from '../numbers.ts';
import {ratioBar, ratioReach} from '../ratios.ts';
import {constantLabel, coverageText, holdsTruth, recoveredText, shownConstant, truthText} from '../recovery.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import {INK, STRONG} from '../theme.ts';
import {fill, joinSentences} from '../words/fill.ts';
import {RECOVERY_WORDS} from '../words/recovery.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';

const WIDTH = 190;
const ROW = 19;
/** Right ends, or left ones, of the columns of numbers, pixels from the right edge of a panel: a page changes its width. */
const PLACES = {truth: 66, fitted: 78, covered: 322} as const;
const ALIGN = {truth: 'right', fitted: 'left', covered: 'right'} as const;
/** Places of ticks, fitted / truth - 1. */
const TICKS = [-0.5, -0.1, -0.01, 0, 0.01, 0.1, 1, 3];
/** Up to here the axis is linear, and logarithmic beyond: exponents are known to a hundredth of what they are, scales to a half. */
const LINEAR_BELOW = 0.01;
const COLUMNS = 2;
const RIGHT = {value: 'width'} as const;
/** Widest line of a subtitle, as wide as a panel with its numbers, in columns of text. */
const SUBTITLE = 100;

/** A ratio as its distance from 1. */
function off(ratio: number): number {
  return significant(ratio - 1);
}

/** What the numbers and the bar of every constant are drawn from; distances from the truth, as shares of it. */
function valuesOf({law, parameters}: RecoveryFinding, reach: number, language: Language) {
  return parameters.map((one) => {
    const {at, low, high, beyond} = ratioBar(shownConstant(one), reach);
    return {
      name: constantLabel(law, one.name, language),
      at: at === null ? null : off(at),
      low: low === null ? null : off(low),
      high: high === null ? null : off(high),
      beyond: beyond.map(off),
      missed: holdsTruth(one) === false,
      faint: one.warnings.length > 0,
      truth: truthText(one.truth),
      fitted: isIdentified(one) ? recoveredText(one) : RECOVERY_WORDS.unidentified[language],
      covered: coverageText(one),
    };
  });
}

function textLayers(language: Language): Layer[] {
  const y = {field: 'name', type: 'nominal' as const, sort: null};
  return (['truth', 'fitted', 'covered'] as const).flatMap((column) => [
    {
      mark: {type: 'text' as const, align: ALIGN[column], fontSize: 11, dx: PLACES[column]},
      encoding: {
        x: RIGHT,
        y,
        text: {field: column, type: 'nominal' as const},
        color: {condition: {test: 'datum.missed', value: INK.onset}, value: INK.text},
        opacity: {condition: {test: 'datum.faint', value: 0.5}, value: 1},
      },
    },
    {
      data: {values: [{head: RECOVERY_WORDS[column][language]}]},
      mark: {type: 'text' as const, align: ALIGN[column], fontSize: 10.5, color: INK.soft, y: -8, dx: PLACES[column]},
      encoding: {x: RIGHT, text: {field: 'head', type: 'nominal' as const}},
    },
  ]);
}

/** Arrow heads where a bar, or an estimate, goes on beyond an end of the axis. */
function arrows(bars: ReturnType<typeof valuesOf>, x: object, rest: object): Layer[] {
  const values = bars.flatMap(({name, missed, faint, beyond}) =>
    beyond.map((end) => ({name, missed, faint, end, arrow: end < 0 ? 'triangle-left' : 'triangle-right'})),
  );
  if (values.length === 0) return [];
  return [
    {
      data: {values},
      mark: {type: 'point', filled: true, size: 60},
      encoding: {x: {field: 'end', ...x}, shape: {field: 'arrow', type: 'nominal', scale: null}, ...rest},
    },
  ];
}

function panel(finding: RecoveryFinding, reach: number, language: Language): Panel {
  const {name, law, runs, parameters, held = []} = finding;
  const values = valuesOf(finding, reach, language);
  const {formula} = LAWS.find((form) => form.name === law)!;
  const names = held.map((one) => one.name).join(LIST_SEPARATOR[language]);
  const left = held.length > 0 ? [fill(RECOVERY_WORDS.panelHeld, language, {names})] : [];
  const domain = [off(1 / reach), off(reach)];
  const x = {
    type: 'quantitative' as const,
    title: RECOVERY_WORDS.axis[language],
    scale: {type: 'symlog' as const, constant: LINEAR_BELOW, domain, nice: false},
    axis: {
      values: TICKS.filter((tick) => tick >= domain[0]! && tick <= domain[1]!),
      labelExpr: "replace(format(100 * datum.value, '+~g'), '+0', '0')",
      labelOverlap: false,
    },
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
    data: {values},
    layer: [
      {
        data: {values: [{truth: 0}]},
        mark: {type: 'rule', color: INK.truth, strokeDash: [1.6, 3.2]},
        encoding: {x: {field: 'truth', ...x}},
      },
      {
        transform: [{filter: 'datum.low !== null'}],
        mark: {type: 'rule', strokeWidth: 2.4, clip: true},
        encoding: {x: {field: 'low', ...x}, x2: {field: 'high'}, y, color, opacity},
      },
      {
        transform: [{filter: 'datum.at !== null'}],
        mark: {type: 'circle', size: 30, clip: true},
        encoding: {x: {field: 'at', ...x}, y, color, opacity},
      },
      ...arrows(values, x, {y, color, opacity}),
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
    const all = recovery.flatMap(({parameters}) => parameters.map(shownConstant));
    const reach = ratioReach(all);
    const cut = all.some((one) => ratioBar(one, reach).beyond.length > 0);
    const caption = joinSentences(
      [fill(RECOVERY_WORDS.caption, language, {covered}), ...(cut ? [RECOVERY_WORDS.captionBeyond[language]] : [])],
      language,
    );
    const cells = recovery.map((one) => panel(one, reach, language));
    const spec = panels(title, Math.min(COLUMNS, cells.length), cells, PLACES.covered);
    return [{id: 'recovery-table', title, caption, spec}];
  },
};
