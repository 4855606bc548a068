import type {ChainCorrelations, FamilyCorrelations} from '../../inference/perQuestion/finding.ts';
import type {Quantity} from '../quantity.ts';
import type {StudyNumbers} from '../study.ts';
import {FORMS} from './forms.ts';

/** Families on every benchmark of a world, where questions were looked at one by one. */
function familiesOf({findings}: StudyNumbers, world: unknown, benchmark?: unknown): readonly FamilyCorrelations[] {
  return findings.benchmarks
    .filter((one) => one.world === world && (benchmark === undefined || one.benchmark === benchmark))
    .flatMap(({perQuestion = []}) => perQuestion);
}

function chainOf({chains}: FamilyCorrelations, kind: unknown): ChainCorrelations | undefined {
  return chains.find((chain) => chain.kind === kind);
}

function mean(values: readonly number[]) {
  return values.length > 0 ? {value: values.reduce((sum, value) => sum + value, 0) / values.length, error: null} : null;
}

/** Share of questions with a correlation above 0.75, the mean over families, in replicate 0. */
export const questionShare: Quantity = {
  ...FORMS.questionShare,
  measure(study, {world, benchmark, score, kind, family}) {
    const chosen = familiesOf(study, world, benchmark).filter((one) => family === undefined || one.family === family);
    return mean(
      chosen.flatMap((one) => chainOf(one, kind)?.scores.find((entry) => entry.score === score)?.above ?? []),
    );
  },
};

/** Share of families and benchmarks with the published order of correlations, in replicate 0. */
export const orderShare: Quantity = {
  ...FORMS.orderShare,
  measure(study, {world, kind, by}) {
    const chains = familiesOf(study, world).flatMap((one) => chainOf(one, kind) ?? []);
    return mean(chains.map(({ordered}) => Number(by === 'byMedian' ? ordered.byMedian : ordered.byAbove)));
  },
};
