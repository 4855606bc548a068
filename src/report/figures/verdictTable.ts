import type {CurveFinding} from '../../inference/findings.ts';
import {captionText, figureText} from '../captions.ts';
import {smoothNullCell} from '../evidence/smoothNull.ts';
import type {Figure, Language} from '../figure.ts';
import {isFitted, onsetText, shapeWord, widthText} from '../fitted.ts';
import {type Case, casesOf, drawnPart, metricLabel} from '../lookup.ts';
import {rateText, withShare} from '../numbers.ts';
import {errorRates} from '../sentence.ts';
import {type Layer, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, SHAPE_INK, STRONG} from '../theme.ts';
import {fill} from '../words/fill.ts';
import {TABLE_WORDS} from '../words/table.ts';
import {VERDICT_WORDS} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';

/** One line of text in a cell. */
interface Line {
  readonly text: string;
  readonly strong?: boolean;
  readonly color?: string;
}

/** A line with its place in pixels. */
interface Placed extends Required<Line> {
  readonly x: number;
  readonly y: number;
}

/** A column: its head, its width in pixels and what it says of a case. */
interface Column {
  readonly head: string;
  readonly width: number;
  readonly lines: (entry: Case) => readonly Line[];
}

const LINE = 15;
const PAD = 8;
const NONE: Line = {text: '\u2013'};

function curveLines(curve: CurveFinding | undefined, language: Language): readonly Line[] {
  if (!curve) return [NONE];
  const shape = withShare(shapeWord(curve, language), isFitted(curve) ? curve.rates?.shapes[curve.shape] : null);
  return [
    {text: `\u03b7  ${onsetText(curve)}`},
    {text: `w  ${widthText(curve)}`},
    {text: shape, strong: true, color: SHAPE_INK[curve.shape]},
    ...(curve.smoothNull ? [{text: `p  ${smoothNullCell(curve, language)}`, color: INK.soft}] : []),
  ];
}

function verdictLines(study: Study, {finding}: Case, language: Language): readonly Line[] {
  return [
    {text: withShare(VERDICT_WORDS[finding.verdict][language], finding.rates?.[finding.verdict]), strong: true},
    ...finding.pairs.map(({to, verdict, rates}) => ({
      text: `\u2192 ${metricLabel(study, to, language)}: ${withShare(VERDICT_WORDS[verdict][language], rates?.[verdict])}`,
      color: INK.soft,
    })),
  ];
}

function rateLines({finding}: Case, language: Language): readonly Line[] {
  const rates = errorRates(finding);
  if (!rates || rates.right.n < 2) return [NONE];
  return [
    {text: fill(TABLE_WORDS.wrongRate, language, {rate: rateText(rates.wrong)}), strong: true},
    {text: fill(TABLE_WORDS.openRate, language, {rate: rateText(rates.open)}), color: INK.soft},
    {text: fill(TABLE_WORDS.overReplicates, language, {n: rates.right.n}), color: INK.soft},
  ];
}

function columnsOf(study: Study, language: Language): readonly Column[] {
  const word = (name: keyof typeof TABLE_WORDS): string => TABLE_WORDS[name][language];
  const world: Column = {head: word('world'), width: 110, lines: (entry) => [{text: entry.world || '\u2013'}]};
  const errors: Column = {head: word('errors'), width: 140, lines: (entry) => rateLines(entry, language)};
  return [
    ...(study.table ? [] : [world]),
    {head: word('benchmark'), width: 110, lines: ({benchmark}) => [{text: benchmark, strong: true}]},
    ...study.metrics.map(({name, label}) => ({
      head: label[language],
      width: 165,
      lines: ({curves}: Case) =>
        curveLines(
          curves.find(({metric}) => metric === name),
          language,
        ),
    })),
    {head: word('verdict'), width: 235, lines: (entry) => verdictLines(study, entry, language)},
    ...(study.table ? [] : [errors]),
  ];
}

/** The lines of every cell with their place in pixels, and the rules between rows. */
function layout(columns: readonly Column[], cases: readonly Case[]) {
  const starts = columns.map((_, i) => columns.slice(0, i).reduce((sum, {width}) => sum + width, PAD));
  const width = columns.reduce((sum, column) => sum + column.width, 2 * PAD);
  const texts: Placed[] = columns.map(({head}, i) => ({
    x: starts[i]!,
    y: PAD + LINE / 2,
    text: head,
    strong: true,
    color: INK.soft,
  }));
  const rules: number[] = [];
  let top = LINE + 2 * PAD;
  for (const entry of cases) {
    rules.push(top);
    const cells = columns.map(({lines}) => lines(entry));
    cells.forEach((lines, i) => {
      lines.forEach(({text, strong = false, color = INK.text}, row) => {
        texts.push({x: starts[i]!, y: top + PAD + LINE * (row + 0.5), text, strong, color});
      });
    });
    top += Math.max(...cells.map(({length}) => length)) * LINE + 2 * PAD;
  }
  return {texts, rules, width, height: top};
}

/** Verdicts, estimates and error rates as a drawn table. */
export const verdictTable: Figure = {
  ...HEADINGS.verdictTable,
  draw(whole, language) {
    const study = drawnPart(whole);
    const cases = casesOf(study, language);
    if (cases.length === 0) return [];
    const {texts, rules, width, height} = layout(columnsOf(study, language), cases);
    const x = {type: 'quantitative' as const, axis: null, scale: {domain: [0, width], nice: false}};
    const y = {type: 'quantitative' as const, axis: null, scale: {domain: [0, height], reverse: true, nice: false}};
    const write = (strong: boolean): Layer => ({
      data: {values: texts.filter((entry) => entry.strong === strong).map(({strong: _, ...entry}) => entry)},
      mark: {type: 'text', align: 'left', baseline: 'middle', fontSize: 12, fontWeight: strong ? STRONG : 400},
      encoding: {
        x: {field: 'x', ...x},
        y: {field: 'y', ...y},
        text: {field: 'text', type: 'nominal'},
        color: {field: 'color', type: 'nominal', scale: null},
      },
    });
    const lines: Layer = {
      data: {values: rules.map((at) => ({at}))},
      mark: {type: 'rule', color: '#c9cdd3'},
      encoding: {y: {field: 'at', ...y}},
    };
    const title = figureText(study, 'verdictTable', language);
    const spec = panels(title, 1, [{width, height, view: {stroke: null}, layer: [lines, write(false), write(true)]}]);
    return [{id: 'verdict-table', title, caption: captionText(whole, 'verdictTableCaption', language), spec}];
  },
};
