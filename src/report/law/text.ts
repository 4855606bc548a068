import type {Closeness, LawFinding} from '../../inference/lawFit/finding.ts';
import type {LawParameter} from '../../inference/lawFit/parameter.ts';
import {alignedRows} from '../displayWidth.ts';
import type {Language} from '../figure.ts';
import type {Table} from '../table.ts';
import {PRINTED} from '../words/commands.ts';
import {fill} from '../words/fill.ts';
import {LAW_FIT_WORDS, LAW_WARNING_WORDS} from '../words/lawFit.ts';
import {LAW_REPORT_WORDS} from '../words/lawReport.ts';

/** What the text of a fit says beside the finding. */
export interface LawFitContext {
  readonly language: Language;
  /** Rows of the table, and those of the asked ones that lack a number. */
  readonly rows: number;
  readonly incomplete: number;
  readonly seed: string;
  readonly bold: (text: string) => string;
}

/** A number with five digits, with an exponent where the number is far from 1. */
export function digits(value: number): string {
  const rounded = Number(value.toPrecision(5));
  const size = Math.abs(rounded);
  return size === 0 || (size >= 1e-3 && size < 1e6) ? String(rounded) : rounded.toExponential().replace('e+', 'e');
}

/** An interval in brackets. */
export function span({low, high}: {readonly low: number; readonly high: number}): string {
  return `[${digits(low)}, ${digits(high)}]`;
}

function parameterRow(label: string, {estimate, interval, published}: LawParameter): string[] {
  return [label, digits(estimate), interval ? span(interval) : '-', published === null ? '-' : digits(published)];
}

/** The parameters of a fitted law with their intervals beside the nearest preset, and how close both come. */
export function parameterTable(finding: LawFinding, language: Language): Table {
  const say = (key: keyof typeof LAW_FIT_WORDS) => LAW_FIT_WORDS[key][language];
  const {parameters, preset, optimal} = finding;
  const close = (key: keyof Closeness) => [say(key), digits(finding[key]), '', preset ? digits(preset[key]) : '-'];
  return {
    head: [say('parameter'), say('estimate'), say('interval'), preset?.name ?? '-'],
    rows: [
      ...parameters.map((parameter) => parameterRow(parameter.name, parameter)),
      ...(optimal ? [parameterRow(say('a'), optimal.a), parameterRow(say('b'), optimal.b)] : []),
      close('objective'),
      close('rmse'),
    ],
  };
}

/** What intervals, the irreducible loss and the preset rest on, a sentence each. */
export function restNotes(
  {resamples, profile, preset}: LawFinding,
  seed: string,
  language: Language,
): readonly string[] {
  const say = (key: keyof typeof LAW_FIT_WORDS, data: Parameters<typeof fill>[2]) =>
    fill(LAW_FIT_WORDS[key], language, data);
  return [
    ...(resamples > 0 ? [say('resamples', {resamples, seed})] : []),
    ...(profile ? [say('profile', {parameter: profile.parameter, interval: span(profile)})] : []),
    ...(preset ? [say('preset', {preset: preset.name})] : []),
  ];
}

/** The warnings of a fit in words. */
export function warningTexts({warnings}: LawFinding, language: Language): readonly string[] {
  return warnings.map(({kind, names}) => fill(LAW_WARNING_WORDS[kind], language, {names}));
}

/** How many rows were left out for want of a number: a sentence, or none. */
export function incompleteText(count: number, language: Language): readonly string[] {
  return count > 0 ? [fill(LAW_FIT_WORDS.incomplete, language, {count})] : [];
}

/** The terminal table of a fitted law: parameters with intervals beside the nearest preset, how close both come, warnings. */
export function lawFitText(finding: LawFinding, {language, rows, incomplete, seed, bold}: LawFitContext): string {
  const say = (key: keyof typeof LAW_FIT_WORDS, data?: Parameters<typeof fill>[2]) =>
    fill(LAW_FIT_WORDS[key], language, data);
  const {law, formula, delta} = finding;
  const {head, rows: body} = parameterTable(finding, language);
  const lines = [
    `${bold(law)}: ${formula}`,
    say('rows', {used: finding.rows, rows, delta}),
    ...incompleteText(incomplete, language),
    '',
    ...alignedRows([head, ...body.map((row) => row.map((cell) => cell ?? ''))]).map((row) => `  ${row}`),
    '',
    ...restNotes(finding, seed, language),
    ...warningTexts(finding, language).map((text) => `${PRINTED.warning[language]}: ${text}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A clause on the interval of what is drawn or listed; empty without resamples. */
export function intervalClause(
  {resamples}: LawFinding,
  word: 'withBand' | 'withDashes' | 'withIntervals',
  language: Language,
): string {
  return resamples > 0 ? fill(LAW_REPORT_WORDS[word], language, {resamples}) : '';
}
