import type {RecoveredParameter, RecoveryFinding} from '../inference/findings.ts';
import type {Language} from './figure.ts';
import {DASH} from './ledTable.ts';
import {percentEstimate, percentText} from './numbers.ts';
import type {Study} from './study.ts';
import type {Table} from './table.ts';
import {fill} from './words/fill.ts';
import {RECOVERY_WORDS} from './words/recovery.ts';
import {LIST_SEPARATOR} from './words/verdicts.ts';

/** A constant of a law in four digits, with an exponent where it is large or small: `6.5e13`, `0.077`. */
export function constantText(value: number): string {
  const size = Math.abs(value);
  const short = Number(value.toPrecision(4));
  const text = size > 0 && (size >= 1e5 || size < 1e-3) ? short.toExponential().replace('e+', 'e') : String(short);
  return text.replaceAll('-', '\u2212');
}

/** `1.69 [1.65, 1.73]`: the fitted constant with its interval, where there is one; a dash where the fit has no finite value. */
export function recoveredText({estimate, low, high}: Pick<RecoveredParameter, 'estimate' | 'low' | 'high'>): string {
  if (estimate === null) return DASH;
  if (low === null || high === null) return constantText(estimate);
  return `${constantText(estimate)} [${constantText(low)}, ${constantText(high)}]`;
}

/** Whether the interval of replicate 0 holds the truth; null where one of the two is missing. */
export function holdsTruth({truth, low, high}: RecoveredParameter): boolean | null {
  return truth === null || low === null || high === null ? null : low <= truth && truth <= high;
}

/** `95 %`: the share of replicates whose interval holds the truth; a dash where it is not known, or one replicate says nothing of it. */
export function coverageText({covered}: RecoveredParameter): string {
  return covered && covered.n > 1 ? percentText(covered.value) : DASH;
}

/** `0.12 % \u00b1 0.03`: the mean over replicates of estimate / truth - 1 with its Monte Carlo standard error, where there are several. */
function biasText({bias}: RecoveredParameter): string {
  if (!bias || bias.n < 2) return DASH;
  return percentEstimate(bias.value, bias.mcse);
}

/** How many truths the intervals hold, in a sentence; null where nothing was recovered with intervals. */
export function recoverySummary({findings: {recovery = []}}: Study, language: Language): string | null {
  const all = recovery.flatMap(({parameters}) => parameters).filter((one) => holdsTruth(one) !== null);
  const covered = all.flatMap((one) => (one.covered ? [one.covered] : []));
  if (covered.length === 0) return null;
  const intervals = covered.reduce((sum, one) => sum + one.n, 0);
  const share = covered.reduce((sum, {value, n}) => sum + value * n, 0) / intervals;
  const n = Math.max(...covered.map((one) => one.n));
  const inside = all.filter(holdsTruth).length;
  const over = n > 1 ? fill(RECOVERY_WORDS.summaryOver, language, {n, share: percentText(share, 1)}) : '';
  return fill(RECOVERY_WORDS.summary, language, {count: all.length, inside, over});
}

/** One row for each constant: truth, fitted value with its interval, coverage and bias over replicates, and what the runs do not say. */
export function recoveryRows(recovery: readonly RecoveryFinding[], language: Language): Table {
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
  const rows = recovery.flatMap(({name, parameters, held = []}) => [
    ...parameters.map((one, i) => [
      i === 0 ? name : null,
      one.name,
      one.truth === null ? DASH : constantText(one.truth),
      recoveredText(one),
      coverageText(one),
      biasText(one),
      ...noteOf(one.warnings),
    ]),
    ...held.map((one) => [
      null,
      one.name,
      one.truth === null ? DASH : constantText(one.truth),
      DASH,
      DASH,
      DASH,
      ...noteOf(one.warnings),
    ]),
  ]);
  return {head: heads.map((head) => RECOVERY_WORDS[head][language]), rows};
}
