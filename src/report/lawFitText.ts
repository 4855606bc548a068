import type {Closeness, LawFinding} from '../inference/lawFit/finding.ts';
import type {LawParameter} from '../inference/lawFit/parameter.ts';
import {alignedRows} from './displayWidth.ts';
import type {Language} from './figure.ts';
import {PRINTED} from './words/commands.ts';
import {fill} from './words/fill.ts';
import {LAW_FIT_WORDS, LAW_WARNING_WORDS} from './words/lawFit.ts';

/** What the text of a fit says beside the finding. */
export interface LawFitContext {
  readonly language: Language;
  /** Rows of the table. */
  readonly rows: number;
  readonly seed: string;
  readonly bold: (text: string) => string;
}

/** Five digits, with an exponent where the number is far from 1. */
function digits(value: number): string {
  const rounded = Number(value.toPrecision(5));
  const size = Math.abs(rounded);
  return size === 0 || (size >= 1e-3 && size < 1e6) ? String(rounded) : rounded.toExponential().replace('e+', 'e');
}

function span({low, high}: {readonly low: number; readonly high: number}): string {
  return `[${digits(low)}, ${digits(high)}]`;
}

function parameterRow(label: string, {estimate, interval, published}: LawParameter): string[] {
  return [label, digits(estimate), interval ? span(interval) : '-', published === null ? '-' : digits(published)];
}

/** The terminal table of a fitted law: parameters with intervals beside the nearest preset, how close both come, warnings. */
export function lawFitText(finding: LawFinding, {language, rows, seed, bold}: LawFitContext): string {
  const say = (key: keyof typeof LAW_FIT_WORDS, data?: Parameters<typeof fill>[2]) =>
    fill(LAW_FIT_WORDS[key], language, data);
  const {law, formula, delta, parameters, resamples, preset, profile, optimal, warnings} = finding;
  const close = (key: keyof Closeness) => [say(key), digits(finding[key]), '', preset ? digits(preset[key]) : '-'];
  const table = alignedRows([
    [say('parameter'), say('estimate'), say('interval'), preset?.name ?? '-'],
    ...parameters.map((parameter) => parameterRow(parameter.name, parameter)),
    ...(optimal ? [parameterRow(say('a'), optimal.a), parameterRow(say('b'), optimal.b)] : []),
    close('objective'),
    close('rmse'),
  ]);
  const lines = [
    `${bold(law)}: ${formula}`,
    say('rows', {used: finding.rows, rows, delta}),
    '',
    ...table.map((row) => `  ${row}`),
    '',
    ...(resamples > 0 ? [say('resamples', {resamples, seed})] : []),
    ...(profile ? [say('profile', {parameter: profile.parameter, interval: span(profile)})] : []),
    ...(preset ? [say('preset', {preset: preset.name})] : []),
    ...warnings.map(
      ({kind, names}) => `${PRINTED.warning[language]}: ${fill(LAW_WARNING_WORDS[kind], language, {names})}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
