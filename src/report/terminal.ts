import {answersOf, toneOf} from './answer.ts';
import {questionOf} from './design.ts';
import {alignedRows, wrap} from './displayWidth.ts';
import type {Language} from './figure.ts';
import {type Case, metricLabel} from './lookup.ts';
import {decimal, intervalText, rateText} from './numbers.ts';
import {errorRates} from './sentence.ts';
import type {Study} from './study.ts';
import {plotLines} from './terminalPlot.ts';
import {exampleText, usualText, usualVerdict} from './usualVerdict.ts';
import {fill} from './words/fill.ts';
import {TABLE_WORDS} from './words/table.ts';
import {TERMINAL_WORDS} from './words/terminal.ts';
import {CLAUSE_SEPARATOR, SHAPE_WORDS, VERDICT_MEANING} from './words/verdicts.ts';

/** Paints a text; the identity where there is no colour. */
export type Paint = (text: string) => string;

/** The paints of a terminal. */
export interface Paints {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly green: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
}

/** How the ending is written. */
export interface TerminalOptions {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: Paints;
  /** Where the report is, if it was written. */
  readonly report?: string;
}

const INDENT = '  ';

function paintOf(verdict: Case['finding']['verdict'], {green, red, yellow}: Paints): Paint {
  const tone = toneOf(verdict);
  if (tone === 'break') return green;
  return tone === 'changed' ? red : yellow;
}

function ratesLine({finding}: Case, language: Language): string[] {
  const rates = errorRates(finding);
  if (!rates || rates.right.n < 2) return [];
  const parts = [
    fill(TABLE_WORDS.rightRate, language, {rate: rateText(rates.right)}),
    fill(TABLE_WORDS.openRate, language, {rate: rateText(rates.open)}),
    fill(TABLE_WORDS.wrongRate, language, {rate: rateText(rates.wrong)}),
    fill(TABLE_WORDS.overReplicates, language, {n: rates.right.n}),
  ];
  return [parts.join(CLAUSE_SEPARATOR[language])];
}

function curveLines(study: Study, {curves}: Case, language: Language): readonly string[] {
  const rows = curves.map((curve) => [
    metricLabel(study, curve.metric, language),
    `\u03b7 ${curve.onset ? intervalText(curve.onset) : '\u2013'}`,
    `w ${intervalText(curve.width)}`,
    SHAPE_WORDS[curve.shape][language],
  ]);
  const truth = curves[0]?.truth;
  if (!truth) return alignedRows(rows);
  const onset = truth.onset === null ? TABLE_WORDS.noBreak[language] : `\u03b7 ${decimal(truth.onset)}`;
  const width = truth.width === null ? '' : `w ${decimal(truth.width)}`;
  return alignedRows([...rows, [TERMINAL_WORDS.truth[language], onset, width, '']]);
}

function caseLines(study: Study, entry: Case, {language, width, colour}: TerminalOptions): readonly string[] {
  const {verdict} = usualVerdict(entry.finding);
  const answer = paintOf(verdict, colour)(colour.bold(usualText(entry.finding, language)));
  const head = `${colour.bold(entry.benchmark)}  ${answer}`;
  const rates = ratesLine(entry, language);
  const notes = [VERDICT_MEANING[verdict][language], ...rates, ...exampleText(entry.finding, language)];
  return [
    `${INDENT}${head}`,
    ...notes.flatMap((note) => wrap(note, width - 4)).map((line) => `${INDENT}${INDENT}${colour.dim(line)}`),
    ...curveLines(study, entry, language).map((line) => `${INDENT}${INDENT}${line}`),
  ];
}

/** The ending of a run for a person at a terminal: verdicts, estimates, a small plot, where the report is and how long it took. */
export function terminalEnding(study: Study, options: TerminalOptions): string {
  const {language, width, colour, report} = options;
  const {counts, seconds} = study.manifest;
  const total = Object.values(seconds).reduce((sum, value) => sum + value, 0);
  const size = fill(TERMINAL_WORDS.size, language, {...counts});
  const took = fill(TERMINAL_WORDS.took, language, {seconds: decimal(total, 1)});
  const answers = answersOf(study, language).flatMap((answer) => [
    colour.bold(answer.title),
    ...wrap(answer.about, width - 2).map((line) => `${INDENT}${colour.dim(line)}`),
    ...answer.cases.flatMap((entry) => ['', ...caseLines(study, entry, options)]),
    '',
  ]);
  return [
    ...wrap(questionOf(study, language), width).map(colour.bold),
    ...wrap(`${size} \u00b7 ${took}`, width).map(colour.dim),
    '',
    ...answers,
    ...plotLines(study, {language, width, dim: colour.dim}),
    ...(report === undefined ? [] : ['', fill(TERMINAL_WORDS.report, language, {path: report})]),
    '',
  ].join('\n');
}
