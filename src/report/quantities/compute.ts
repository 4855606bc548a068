import {contradictionOf} from '../../inference/training/contradiction.ts';
import type {TrainingCurve} from '../../inference/training/curves.ts';
import {type Best, frontierLaw, frontierOf, spendingLaw} from '../../inference/training/frontier.ts';
import {courseLaw, dataLaw, sizeAndDataLaw, sizeLaw} from '../../inference/training/laws.ts';
import {costAt, tolerances} from '../../inference/training/tolerance.ts';
import {log} from '../../numeric/elementary.ts';
import {remembered} from '../../numeric/remembered.ts';
import {efficientExcess, stoppingCost} from '../../science/kaplan/frontier.ts';
import {dataGrowth, lossFactor} from '../../science/kaplan/growth.ts';
import type {Values} from '../../science/parameter.ts';
import {WARMUP} from '../../science/population.ts';
import type {Of} from '../../science/quantity.ts';
import type {Quantity} from '../quantity.ts';
import type {StudyNumbers} from '../study.ts';
import {dataScan, replicateCurves, type StudyCurves} from '../training/study.ts';
import {COMPUTE_FORMS} from './computeForms.ts';
import {overReplicates} from './overReplicates.ts';

/** Losses that sizes are asked to reach, nats per token. */
const LOSSES = [5.5, 5, 4.5, 4, 3.6, 3.3, 3] as const;
/** The stop that the best one is compared with: a share above the converged loss (Kaplan et al. 2020, appendix B.3). */
const LATE_STOP = 0.02;

const ofSize = remembered(({sizes}: StudyCurves) => sizeLaw(sizes));
const ofData = remembered(({data}: StudyCurves) => dataLaw(dataScan(data)));
const ofBoth = remembered(({data}: StudyCurves) => sizeAndDataLaw(data));
const ofCourse = remembered(({sizes}: StudyCurves) => courseLaw(sizes, WARMUP));
const LAWS: Readonly<Record<string, (curves: StudyCurves) => Values | null>> = {
  N: ofSize,
  D: ofData,
  ND: ofBoth,
  NS: ofCourse,
};

const ofLeast = remembered((sizes: readonly TrainingCurve[]) => frontierOf(sizes, 'leastCompute'));
const ofUsed = remembered((sizes: readonly TrainingCurve[]) => frontierOf(sizes, 'compute'));
const frontier = ({sizes}: StudyCurves, of: Of): readonly Best[] =>
  of.compute === 'used' ? ofUsed(sizes) : ofLeast(sizes);

/** Mean over replicates of what their curves give. */
function each(read: (curves: StudyCurves, of: Of) => number | null): Quantity['measure'] {
  return (study: StudyNumbers, of) => overReplicates(replicateCurves(study).map((curves) => read(curves, of)));
}

/** A constant of a law fitted to the runs. */
export const trainingConstant: Quantity = {
  ...COMPUTE_FORMS.trainingConstant,
  measure: each((curves, of) => {
    const law = LAWS[of.law!]?.(curves);
    const [first, second] = String(of.constant).split('/');
    const value = law?.[first!];
    const divisor = second === undefined ? 1 : law?.[second];
    return value === undefined || divisor === undefined ? null : value / divisor;
  }),
};

/** A constant of the frontier of loss. */
export const lossFrontier: Quantity = {
  ...COMPUTE_FORMS.lossFrontier,
  measure: each((curves, of) => {
    const law = frontierLaw(frontier(curves, of));
    return law && (of.constant === 'Cc' ? law.scale : law.exponent);
  }),
};

/** How fast size, batch, steps and data grow along the frontier. */
export const computeSpending: Quantity = {
  ...COMPUTE_FORMS.computeSpending,
  measure: each((curves, of) => {
    // Training at the critical batch takes twice the least tokens (section 5.1).
    const turns = of.compute === 'used' ? 1 : 2;
    const part = of.part as 'size' | 'batch' | 'steps' | 'data';
    const read = (best: Best): number => (part === 'data' ? turns * best.batch * best.steps : best[part]);
    const law = spendingLaw(frontier(curves, of), read);
    return law && (of.constant === 'scale' ? law.scale : law.exponent);
  }),
};

/** What a size beside the best one costs. */
export const sizeCost: Quantity = {
  ...COMPUTE_FORMS.sizeCost,
  measure: each(({sizes}, of) =>
    costAt(tolerances(sizes, ofLeast(sizes), LOSSES), Number(of.ratio), of.part as 'compute' | 'steps'),
  ),
};

/** The rules of Kaplan et al. 2020 from the fitted laws. */
export const trainingRule: Quantity = {
  ...COMPUTE_FORMS.trainingRule,
  measure: each((curves, of) => {
    const [size, both, course] = [ofSize(curves), ofBoth(curves), ofCourse(curves)];
    if (of.rule === 'loss-at-twice-the-size') return size && lossFactor(2, size.aN!);
    if (of.rule === 'data-at-8-times-the-size') return both && dataGrowth(8, both.aN! / both.aD!);
    if (!course) return null;
    const exponents = {aN: course.aN!, aS: course.aS!};
    const part = String(of.rule).split('-')[0] as 'size' | 'steps' | 'compute';
    return stoppingCost(efficientExcess(exponents), LATE_STOP, exponents)[part];
  }),
};

/** Where the laws of compute and data meet. */
export const contradictionPoint: Quantity = {
  ...COMPUTE_FORMS.contradictionPoint,
  measure: each(({sizes, data}, of) => {
    const part = of.part as 'compute' | 'size' | 'data' | 'loss';
    const value = contradictionOf(ofLeast(sizes), dataScan(data))?.meeting?.[part];
    if (value === undefined) return null;
    return part === 'loss' ? value : log(value) / log(10);
  }),
};
