import type {Findings, Rate, RecoveredParameter} from '../inference/findings.ts';
import {isIdentified} from '../inference/recovery/identified.ts';
import {LAWS} from '../science/laws/registry.ts';
import {wilsonInterval} from './coverage.ts';
import type {Language} from './figure.ts';
import {DASH} from './ledTable.ts';
import {decimal, limitText, percentEstimate, percentText} from './numbers.ts';
import type {Table} from './table.ts';
import {fill} from './words/fill.ts';
import {RECOVERY_WORDS, UNIT_WORDS} from './words/recovery.ts';
import {LIST_SEPARATOR} from './words/verdicts.ts';

/** Digits of a number that has no interval, and most digits of one that was put in. */
const DIGITS = 4;
const MOST_DIGITS = 6;
/** Digits of half an interval, which say how many decimals an estimate is worth. */
const ERROR_DIGITS = 2;
/** Sizes from which, and below which, numbers have an exponent. */
const LARGE = 1e5;
const SMALL = 1e-3;
/** Ends of an interval further apart than by this factor share no exponent. */
const FAR = 10;

/** A constant of a law in at most four digits, with an exponent where it is large or small: `6.5e13`, `0.077`. */
export function constantText(value: number, digits = DIGITS): string {
  const size = Math.abs(value);
  const short = Number(value.toPrecision(digits));
  const text = size > 0 && (size >= LARGE || size < SMALL) ? short.toExponential().replace('e+', 'e') : String(short);
  return text.replaceAll('-', '\u2212');
}

/** Truth as it was put in: in six digits, a dash without. */
export function truthText(truth: number | null): string {
  return truth === null ? DASH : constantText(truth, MOST_DIGITS);
}

/** Numbers with one exponent and one count of decimals, as many as two digits of the smaller distance between neighbours ask for. */
function alikeTexts([low, estimate, high]: readonly [number, number, number]): readonly string[] {
  const most = Math.max(Math.abs(low), Math.abs(high));
  const exponent = most >= LARGE || most < SMALL ? Math.floor(Math.log10(Math.abs(estimate))) : 0;
  const unit = 10 ** exponent;
  const error = Math.min(estimate - low, high - estimate) / unit;
  const decimals = Math.max(0, ERROR_DIGITS - 1 - Math.floor(Math.log10(error)));
  return [low, estimate, high].map((value) => {
    const text = (value / unit).toFixed(decimals).replace('-', '\u2212');
    return exponent === 0 ? text : `${text}e${String(exponent).replace('-', '\u2212')}`;
  });
}

/** `1.690 [1.647, 1.733]`: the fitted constant with its interval, where there is one, in as many digits as that is worth; a dash where the fit has no finite value. */
export function recoveredText({estimate, low, high}: Pick<RecoveredParameter, 'estimate' | 'low' | 'high'>): string {
  if (estimate === null) return DASH;
  if (low === null || high === null) return constantText(estimate);
  const near = low < estimate && estimate < high && (low * high <= 0 || Math.max(high / low, low / high) < FAR);
  const told = [low, estimate, high] as const;
  const [from, at, to] = near ? alikeTexts(told) : told.map((value) => constantText(value, ERROR_DIGITS + 1));
  return `${at} [${from}, ${to}]`;
}

/** The constant as reports show it: without a fitted value where the runs do not identify it. */
export function shownConstant(one: RecoveredParameter): RecoveredParameter {
  return isIdentified(one) ? one : {...one, estimate: null};
}

/** A constant with its unit, where it has one: `Nc (parameters)`. */
export function constantLabel(law: string, name: string, language: Language): string {
  const unit = LAWS.find((form) => form.name === law)!.parameters[name]?.unit;
  return unit
    ? fill(UNIT_WORDS.constant, language, {name, unit: UNIT_WORDS[unit as keyof typeof UNIT_WORDS][language]})
    : name;
}

/** Whether the interval of replicate 0 holds the truth; null where one of the two is missing. */
export function holdsTruth({truth, low, high}: RecoveredParameter): boolean | null {
  return truth === null || low === null || high === null ? null : low <= truth && truth <= high;
}

/** `95 % [76, 99]`: the share of replicates whose interval holds the truth, with its 95 % Monte Carlo interval; a dash where it is not known, or one replicate says nothing of it. */
export function coverageText({covered}: RecoveredParameter): string {
  if (!covered || covered.n < 2) return DASH;
  const [low, high] = wilsonInterval(covered.value, covered.n).map((end) => decimal(100 * end, 0));
  return `${percentText(covered.value)} [${low}, ${high}]`;
}

/** `94.8 % \u00b1 1.2`: a share of all intervals with its Monte Carlo standard error, where not all are alike. */
export function shareText({value, mcse}: Rate): string {
  return mcse > 0 ? `${percentText(value, 1)} \u00b1 ${limitText(100 * mcse, 1)}` : percentText(value, 1);
}

/** `0.12 % \u00b1 0.03`: the mean over replicates of estimate / truth - 1 with its Monte Carlo standard error, where there are several. */
function biasText({bias}: RecoveredParameter): string {
  if (!bias || bias.n < 2) return DASH;
  return percentEstimate(bias.value, bias.mcse);
}

/** One row for each constant: truth, fitted value with its interval, coverage and bias over replicates, and what the runs do not say; a last one for all coverages. */
export function recoveryRows({recovery = [], recoveryCoverage: all}: Findings, language: Language): Table {
  const noted = recovery.some(({parameters, held = []}) =>
    [...parameters, ...held].some(({warnings}) => warnings.length > 0),
  );
  const noteOf = (warnings: RecoveredParameter['warnings']): string[] =>
    noted ? [warnings.map((warning) => RECOVERY_WORDS[warning][language]).join(LIST_SEPARATOR[language])] : [];
  const heads = [
    'law',
    'constant',
    'truth',
    'fitted',
    'covered',
    'bias',
    ...(noted ? (['note'] as const) : []),
  ] as const;
  const rows = recovery.flatMap(({name, law, parameters, held = []}) => [
    ...parameters.map((one, i) => [
      i === 0 ? name : null,
      constantLabel(law, one.name, language),
      truthText(one.truth),
      recoveredText(shownConstant(one)),
      coverageText(one),
      biasText(one),
      ...noteOf(one.warnings),
    ]),
    ...held.map((one) => [
      null,
      constantLabel(law, one.name, language),
      truthText(one.truth),
      DASH,
      DASH,
      DASH,
      ...noteOf(one.warnings),
    ]),
  ]);
  const joint =
    all && all.n > 1 ? [[RECOVERY_WORDS.all[language], DASH, DASH, DASH, shareText(all), DASH, ...noteOf([])]] : [];
  return {head: heads.map((head) => RECOVERY_WORDS[head][language]), rows: [...rows, ...joint]};
}
