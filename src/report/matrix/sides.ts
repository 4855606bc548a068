import {type Tone, toneOf} from '../answer.ts';
import {wrap} from '../displayWidth.ts';
import type {Language} from '../figure.ts';
import {decimal, percentText, rateText} from '../numbers.ts';
import {errorRates} from '../sentence.ts';
import {CELL_INK, INK} from '../theme.ts';
import {usualVerdict} from '../usualVerdict.ts';
import {KEY_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {MATRIX_WORDS} from '../words/matrix.ts';
import {TABLE_WORDS} from '../words/table.ts';
import {VERDICT_WORDS} from '../words/verdicts.ts';
import {type Box, type Grid, HEAD, type Row, SIDE} from './grid.ts';
import type {Text} from './marks.ts';

/** The ink of a verdict: a break that stays is drawn as a sharp curve is, one that goes in a colour of its own. */
export const TONE_INK: Readonly<Record<Tone, keyof typeof CELL_INK>> = {
  break: 'sharp',
  changed: 'changed',
  none: 'soft',
  open: 'undetermined',
};

/** Letters of a label of a row in a line, and the distance of its lines. */
const LETTERS = 17;
const LINE = 16;

function truthLine({entry}: Row, language: Language): string | null {
  const truths = entry.curves.map(({truth}) => truth);
  const first = truths[0];
  if (!first || truths.some((truth) => truth?.onset !== first.onset)) return null;
  if (first.onset === null) return KEY_WORDS.truthNone[language];
  const value = decimal(first.onset);
  return first.width !== null && first.width > 0
    ? fill(MATRIX_WORDS.truthBend, language, {value, width: decimal(first.width)})
    : fill(MATRIX_WORDS.truthOnset, language, {value});
}

/** The name of every row and the onset that was put in, where it is one for all metrics. */
export function labelTexts(grid: Grid, language: Language): readonly Text[] {
  return grid.rows.flatMap((row, i) => {
    const {strip} = grid.cell(i, 0);
    const lines = wrap(row.label, LETTERS).slice(0, 3);
    const truth = truthLine(row, language);
    return [
      ...lines.map((text, k) => ({x: 0, y: strip.y + 12 + LINE * k, text, strong: true, size: 13.5})),
      ...(truth === null
        ? []
        : [{x: 0, y: strip.y + 14 + LINE * lines.length, text: truth, size: 12, color: INK.soft}]),
    ];
  });
}

/** One verdict: its tone, the boxes of its strip and of its words, and these. */
export interface VerdictCell {
  readonly tone: Tone;
  readonly strip: Box;
  readonly box: Box;
  readonly texts: readonly Text[];
}

function errorLines({entry: {finding}}: Row, language: Language): readonly string[] {
  const rates = errorRates(finding);
  const truth = finding.truth && fill(MATRIX_WORDS.putIn, language, {verdict: VERDICT_WORDS[finding.truth][language]});
  return [
    ...(truth ? [truth] : []),
    ...(rates && rates.right.n > 1
      ? [
          fill(TABLE_WORDS.wrongRate, language, {rate: rateText(rates.wrong)}),
          fill(TABLE_WORDS.openRate, language, {rate: rateText(rates.open)}),
        ]
      : []),
  ];
}

/** The verdict of every row with its share of the replicates, what was put in, and how often the design errs. */
export function verdictCells(grid: Grid, language: Language): readonly VerdictCell[] {
  return grid.rows.map((row, i) => {
    const {strip, plot} = grid.cell(i, 0);
    const {verdict, rate} = usualVerdict(row.entry.finding);
    const tone = toneOf(verdict);
    const {text: color} = CELL_INK[TONE_INK[tone]];
    const place = {x: grid.verdicts, width: SIDE.verdict};
    const left = grid.verdicts + 8;
    return {
      tone,
      strip: {...strip, ...place},
      box: {...plot, ...place},
      texts: [
        {x: left, y: strip.y + 12, text: VERDICT_WORDS[verdict][language], strong: true, size: 13.5, color},
        ...(rate
          ? [
              {
                x: left,
                y: strip.y + 27,
                text: fill(MATRIX_WORDS.inShare, language, {rate: percentText(rate.value)}),
                size: 12,
                color,
              },
            ]
          : []),
        ...errorLines(row, language).map((text, k) => ({x: left, y: plot.y + 16 + 17 * k, text, size: 12})),
      ],
    };
  });
}

/** The head above the verdicts. */
export function verdictHead(grid: Grid, top: number, language: Language): readonly Text[] {
  const foot = top + HEAD.names;
  return [
    {x: grid.verdicts, y: foot - 27, text: TABLE_WORDS.verdict[language], strong: true, size: 13.5},
    {x: grid.verdicts, y: foot - 10, text: MATRIX_WORDS.overMetrics[language], size: 11.5, color: INK.soft},
  ];
}
