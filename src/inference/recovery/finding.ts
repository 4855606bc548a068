import type {Recovery} from '../../config/experiment.ts';
import {type Table, tableOf} from '../../numeric/table.ts';
import {BUDGETS} from '../../science/chinchilla/budgets.ts';
import {allocationOf, computeOptimal} from '../../science/chinchilla/optimal.ts';
import type {Findings, Rate, RecoveredParameter, RecoveryFinding} from '../findings.ts';
import type {LawWarning} from '../lawFit/warnings.ts';
import {rate} from '../rates.ts';
import {recoveryCoverage} from './coverage.ts';
import {isIdentified} from './identified.ts';
import type {Recovered, RecoveredLaw} from './recovered.ts';

interface Judged {
  readonly truth: number | null;
  readonly covered: Rate | null;
  readonly bias: Rate | null;
}

/** A constant as it was fitted in one replicate, with what the warnings of that fit say of it. */
type Replicate = Recovered & Pick<RecoveredParameter, 'warnings'>;

/** Kinds of the warnings of a law that name a constant. */
function kindsOf({warnings}: RecoveredLaw, parameter: string): readonly LawWarning['kind'][] {
  return warnings.flatMap(({kind, names}) => (names.includes(parameter) ? [kind] : []));
}

/** Mean of estimate / truth - 1; null where it is not finite, or most replicates do not identify the constant. */
function biasOf(truth: number, all: readonly Replicate[]): Rate | null {
  if (2 * all.filter((one) => !isIdentified(one)).length > all.length) return null;
  const bias = rate(all.map(({estimate}) => (truth === 0 ? estimate : estimate / truth - 1)));
  return bias && Number.isFinite(bias.value) && Number.isFinite(bias.mcse) ? bias : null;
}

/** How a constant does over replicates; an estimate that stands for a sum with another constant, `summed`, has no bias. */
function judged(truth: number | null, all: readonly Replicate[], summed = false): Judged {
  if (truth === null) return {truth, covered: null, bias: null};
  const known = all.flatMap(({low, high}) => (low === null || high === null ? [] : [low <= truth && truth <= high]));
  return {truth, covered: rate(known), bias: summed ? null : biasOf(truth, all)};
}

/** A number as it is told: an estimate that is not finite is none. */
function told(one: Recovered): Pick<RecoveredParameter, 'name' | 'estimate' | 'low' | 'high'> {
  return {...one, estimate: Number.isFinite(one.estimate) ? one.estimate : null};
}

function findingOf(recovery: Recovery, laws: readonly RecoveredLaw[]): RecoveryFinding {
  const {name, fit, loss, population, resamples} = recovery;
  const first = laws[0]!;
  const truths = loss.form === fit ? loss.values : {};
  const truthOf = (parameter: string): number | null => {
    if (parameter === 'a' && first.optimal.length > 0) return loss.form === fit ? allocationOf(loss.values).a : null;
    return truths[parameter] ?? null;
  };
  const warningsOf = (parameter: string): readonly LawWarning['kind'][] => kindsOf(first, parameter);
  const fitted = new Set(first.parameters.map((one) => one.name));
  const named = new Set(first.warnings.flatMap(({names}) => names));
  const held = [...named]
    .filter((parameter) => !fitted.has(parameter))
    .map((parameter) => ({name: parameter, truth: truthOf(parameter), warnings: warningsOf(parameter)}));
  // The floor then stands for its sum with the term of the schedule.
  const summed = held.some(({warnings}) => warnings.includes('singular'));
  return {
    name,
    law: fit,
    form: loss.form,
    source: loss.source,
    runs: population.runs.length,
    resamples,
    parameters: first.parameters.map((one, i) => ({
      ...told(one),
      ...judged(
        truthOf(one.name),
        laws.map((law) => ({...law.parameters[i]!, warnings: kindsOf(law, one.name)})),
        summed && warningsOf(one.name).includes('singular'),
      ),
      warnings: warningsOf(one.name),
    })),
    ...(held.length > 0 ? {held} : {}),
    optimal: first.optimal.map(told).map(({name: _, ...one}, i) => ({
      ...one,
      compute: BUDGETS[i]!,
      ...judged(
        loss.form === fit ? computeOptimal(loss.values, BUDGETS[i]!).N : null,
        // The sizes rest on what the exponent rests on.
        laws.map((law) => ({...law.optimal[i]!, warnings: kindsOf(law, 'a')})),
      ),
    })),
  };
}

/** What the replicates of a study say of each law that it recovers, and of all together; `laws` has shape [replicates][recoveries]. */
export function recoveryFindings(
  recoveries: readonly Recovery[],
  laws: ReadonlyArray<readonly RecoveredLaw[]>,
): Required<Pick<Findings, 'recovery'>> & Pick<Findings, 'recoveryCoverage'> {
  const recovery = recoveries.map((one, i) =>
    findingOf(
      one,
      laws.map((replicate) => replicate[i]!),
    ),
  );
  const coverage = recoveryCoverage(recoveries, laws);
  return {recovery, ...(coverage ? {recoveryCoverage: coverage} : {})};
}

/** The place of a constant that is not fitted. */
const NOT_FITTED = {estimate: null, low: null, high: null, covered: null, bias: null} as const;

/** One row for each constant: what was put in, replicate 0 with its interval, coverage and relative bias over replicates. */
export function recoveryTable(findings: readonly RecoveryFinding[]): Table {
  const rows = findings.flatMap(({name, law, runs, resamples, parameters, held = []}) =>
    [...parameters, ...held.map((one) => ({...one, ...NOT_FITTED}))].map((one) => ({
      name,
      law,
      parameter: one.name,
      truth: one.truth,
      estimate: one.estimate,
      low: one.low,
      high: one.high,
      covered: one.covered?.value ?? null,
      coveredMcse: one.covered?.mcse ?? null,
      bias: one.bias?.value ?? null,
      biasMcse: one.bias?.mcse ?? null,
      replicates: one.bias?.n ?? null,
      runs,
      resamples,
      warnings: one.warnings.join(' '),
    })),
  );
  return tableOf('recovery', rows);
}
