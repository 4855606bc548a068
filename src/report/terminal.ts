import {answersOf, countsLine, listedCases, toneOf, type WorldAnswer} from './answer.ts';
import {critiqueClause} from './critique/sentences.ts';
import {questionOf} from './design.ts';
import {alignedRows, widthOf, wrap} from './displayWidth.ts';
import {decisionLines} from './evidence/decision.ts';
import {smoothNullLine} from './evidence/smoothNull.ts';
import type {Language} from './figure.ts';
import {meaningText, onsetText, shapeWord, widthText} from './fitted.ts';
import {type Case, isTraining, metricLabel} from './lookup.ts';
import {decimal, rateText} from './numbers.ts';
import {scorecardLine} from './scorecard/texts.ts';
import {errorRates} from './sentence.ts';
import type {Study} from './study.ts';
import {noteTexts} from './tableReading.ts';
import {plotLines} from './terminalPlot.ts';
import {trainingSentences} from './training.ts';
import {trainingPlot} from './trainingPlot.ts';
import {exampleText, toldVerdict, usualText} from './usualVerdict.ts';
import {fill} from './words/fill.ts';
import {TABLE_WORDS} from './words/table.ts';
import {TERMINAL_WORDS} from './words/terminal.ts';
import {TRAINING_WORDS} from './words/training.ts';
import {CLAUSE_SEPARATOR, SENTENCE_WORDS} from './words/verdicts.ts';

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

/** Columns of rows; where they do not fit, the places and widths of each row stand below its name and shape. */
function fittingRows(rows: ReadonlyArray<readonly [string, string, string, string]>, width: number): readonly string[] {
  const lines = alignedRows(rows);
  if (lines.every((line) => widthOf(line) <= width)) return lines;
  const below = alignedRows(rows.map(([, onset, bend]) => [onset, bend]));
  return rows.flatMap(([name, , , shape], i) => [`${name}  ${shape}`.trimEnd(), `${INDENT}${below[i]}`]);
}

function curveLines(study: Study, {curves}: Case, width: number, language: Language): readonly string[] {
  const rows = curves.map(
    (curve) =>
      [
        metricLabel(study, curve.metric, language),
        `\u03b7 ${onsetText(curve)}`,
        `w ${widthText(curve)}`,
        shapeWord(curve, language),
      ] as const,
  );
  const truth = curves[0]?.truth;
  if (!truth) return fittingRows(rows, width);
  const onset = truth.onset === null ? TABLE_WORDS.noBreak[language] : `\u03b7 ${decimal(truth.onset)}`;
  const bend = truth.width === null ? '' : `w ${decimal(truth.width)}`;
  return fittingRows([...rows, [TERMINAL_WORDS.truth[language], onset, bend, '']], width);
}

function caseLines(study: Study, entry: Case, {language, width, colour}: TerminalOptions): readonly string[] {
  const verdict = toldVerdict(entry.finding);
  const answer = paintOf(verdict, colour)(colour.bold(usualText(entry.finding, language)));
  const head = `${colour.bold(entry.benchmark)}  ${answer}`;
  const rates = ratesLine(entry, language);
  const notes = [
    meaningText(study, entry, verdict, language),
    critiqueClause(study, entry, language),
    ...rates,
    ...exampleText(entry.finding, language),
    ...smoothNullLine(study, entry, language),
    ...decisionLines(study, entry, language),
  ];
  return [
    `${INDENT}${head}`,
    ...notes.flatMap((note) => wrap(note, width - 4)).map((line) => `${INDENT}${INDENT}${colour.dim(line)}`),
    ...curveLines(study, entry, width - 4, language).map((line) => `${INDENT}${INDENT}${line}`),
  ];
}

/** Most cases that a terminal lists one by one. */
const MOST_LISTED = 12;

function answerLines(study: Study, answer: WorldAnswer, options: TerminalOptions): readonly string[] {
  const {language, width, colour} = options;
  const {shown, left} = listedCases(answer, MOST_LISTED);
  const indented = (text: string): string[] => wrap(text, width - 2).map((line) => `${INDENT}${line}`);
  return [
    colour.bold(answer.title),
    ...indented(answer.about).map(colour.dim),
    ...(left > 0 ? indented(countsLine(answer, language)) : []),
    ...shown.flatMap((entry) => ['', ...caseLines(study, entry, options)]),
    ...(left > 0 ? ['', ...indented(fill(SENTENCE_WORDS.left, language, {count: left})).map(colour.dim)] : []),
    '',
  ];
}

/** Size of a study in a line: what ran, or which rows of a table were used. */
function sizeText({table, manifest: {counts}, findings, benchmarks}: Study, language: Language): string {
  if (table) {
    const {used, rows} = table;
    return fill(TERMINAL_WORDS.tableSize, language, {used, rows, curves: findings.curves.length});
  }
  const {worlds = 0, runs = 0, checkpoints = 0, replicates = 0} = counts;
  return fill(benchmarks.length > 0 ? TERMINAL_WORDS.size : TRAINING_WORDS.size, language, {
    worlds,
    runs,
    checkpoints,
    replicates,
  });
}

/** The ending of a run for a person at a terminal: verdicts, estimates, a small plot, where the report is and how long it took. */
export function terminalEnding(study: Study, options: TerminalOptions): string {
  const {language, width, colour, report} = options;
  const total = Object.values(study.manifest.seconds).reduce((sum, value) => sum + value, 0);
  const took = fill(TERMINAL_WORDS.took, language, {seconds: decimal(total, 1)});
  const published = scorecardLine(study.scorecard, language);
  const notes = study.table ? noteTexts(study.table, language) : [];
  return [
    ...wrap(questionOf(study, language), width).map(colour.bold),
    ...wrap(`${sizeText(study, language)} \u00b7 ${took}`, width).map(colour.dim),
    ...notes.flatMap((note) => wrap(note, width)),
    '',
    ...answersOf(study, language).flatMap((answer) => answerLines(study, answer, options)),
    ...(isTraining(study) ? [...trainingSentences(study, language).flatMap((text) => wrap(text, width)), ''] : []),
    ...(isTraining(study) ? trainingPlot : plotLines)(study, {language, width, dim: colour.dim}),
    ...(published === null ? [] : ['', ...wrap(published, width)]),
    ...(report === undefined ? [] : ['', fill(TERMINAL_WORDS.report, language, {path: report})]),
    '',
  ].join('\n');
}
