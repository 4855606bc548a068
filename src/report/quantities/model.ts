import {finalPoint, type TrainingCurve} from '../../inference/training/curves.ts';
import {depthPoints, fitDepths} from '../../inference/training/depths.ts';
import {sizeAndDataLaw} from '../../inference/training/laws.ts';
import {readPositions} from '../../inference/training/positions.ts';
import {plateauOf, schedulePoints} from '../../inference/training/schedules.ts';
import {shapePoints} from '../../inference/training/shapes.ts';
import {testCourse} from '../../inference/training/stopping.ts';
import {fitCriticalBatch, tradeoffsOf} from '../../inference/training/tradeoffs.ts';
import {remembered} from '../../numeric/remembered.ts';
import {criticalBatch as batchAt} from '../../science/kaplan/criticalBatch.ts';
import {enoughTokens, overfit} from '../../science/kaplan/overfit.ts';
import type {PositionLaw} from '../../science/kaplan/tokens.ts';
import {DISTRIBUTIONS, transferLine} from '../../science/kaplan/transfer.ts';
import type {Of} from '../../science/quantity.ts';
import type {Quantity} from '../quantity.ts';
import type {StudyNumbers} from '../study.ts';
import {replicateCurves} from '../training/study.ts';
import {MODEL_FORMS} from './modelForms.ts';
import {overReplicates} from './overReplicates.ts';

type Curves = readonly TrainingCurve[];

/** Mean over replicates of what their curves give. */
function each(read: (curves: Curves, of: Of, study: StudyNumbers) => number | null): Quantity['measure'] {
  return (study, of) => overReplicates(replicateCurves(study).map(({all}) => read(all, of, study)));
}

/** The member of a list that is nearest to a number on a logarithmic scale; undefined of an empty list. */
function nearest<T>(list: readonly T[], of: (one: T) => number, wanted: number): T | undefined {
  const away = (one: T): number => Math.abs(Math.log(of(one) / wanted));
  return [...list].sort((a, b) => away(a) - away(b))[0];
}

const shapes = remembered(shapePoints);
const dataLaw = remembered((curves: Curves) => sizeAndDataLaw(curves.filter(({unique}) => Number.isFinite(unique))));
const batchLaw = remembered((curves: Curves) => fitCriticalBatch(tradeoffsOf(curves)));
const models = remembered(readPositions);

/** What a shape costs (Kaplan et al. 2020, Fig 5). */
export const shapeIncrease: Quantity = {
  ...MODEL_FORMS.shapeIncrease,
  measure: each((curves, of) => {
    const mine = shapes(curves).filter(({ratio, series}) => ratio === of.ratio && series === of.series);
    return nearest(mine, ({value}) => value, Number(of.value))?.increase ?? null;
  }),
};

/** The exponent of size through models of all depths (Kaplan et al. 2020, Fig 6). */
export const depthExponent: Quantity = {
  ...MODEL_FORMS.depthExponent,
  measure: each((curves, of) => {
    const fit = fitDepths(depthPoints(curves), of.embeddings === 'with' ? 'params' : 'size');
    return fit && -fit.exponent;
  }),
};

/** What another kind of text costs the largest model (Kaplan et al. 2020, Fig 8). */
export const transferOffset: Quantity = {
  ...MODEL_FORMS.transferOffset,
  measure: each((curves, of) => {
    const largest = [...curves].sort((a, b) => b.size - a.size)[0];
    const text = DISTRIBUTIONS.find(({name}) => name === of.text);
    if (!largest || !text) return null;
    const {loss} = finalPoint(largest);
    return transferLine(text)(loss) - loss;
  }),
};

/** Overfitting where the rule says that there is little (Kaplan et al. 2020, section 4.4). */
export const ruleOverfit: Quantity = {
  ...MODEL_FORMS.ruleOverfit,
  measure: each((curves, of) => {
    const law = dataLaw(curves);
    const params = Number(of.params);
    return law && overfit(params, enoughTokens(params), law);
  }),
};

/** The critical batch at a loss (Kaplan et al. 2020, Fig 10). */
export const criticalBatch: Quantity = {
  ...MODEL_FORMS.criticalBatch,
  measure: each((curves, of) => {
    const law = batchLaw(curves);
    return law && batchAt(Number(of.loss), law);
  }),
};

/** How the critical batch follows the loss (Kaplan et al. 2020, Fig 10). */
export const criticalBatchExponent: Quantity = {
  ...MODEL_FORMS.criticalBatchExponent,
  measure: each((curves) => {
    const law = batchLaw(curves);
    return law && 1 / law.aB;
  }),
};

/** The loss at which a run that repeats its data is stopped (Kaplan et al. 2020, Fig 16). */
export const stoppedLoss: Quantity = {
  ...MODEL_FORMS.stoppedLoss,
  measure: each((curves, of, {experiment}) => {
    const curve = curves.find(({run}) => run === of.run);
    if (!curve || !Number.isFinite(curve.unique) || experiment?.loss.form !== 'kaplan-training') return null;
    return Math.min(...testCourse(curve, experiment.loss.values).map(({test}) => test));
  }),
};

/** A constant of the loss by position (Kaplan et al. 2020, Fig 20). */
export const positionConstant: Quantity = {
  ...MODEL_FORMS.positionConstant,
  measure: each((curves, of) => {
    const model = models(curves).find(({name}) => name === of.model);
    return model?.fitted[of.constant as keyof PositionLaw] ?? null;
  }),
};

/** The losses of schedules that do not matter (Kaplan et al. 2020, Fig 22). */
export const scheduleLevel: Quantity = {
  ...MODEL_FORMS.scheduleLevel,
  measure: each((curves, of) => {
    const plateau = plateauOf(schedulePoints(curves));
    return plateau && (of.part === 'mean' ? plateau.mean : plateau.high - plateau.low);
  }),
};
