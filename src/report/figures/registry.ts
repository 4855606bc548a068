import type {Figure} from '../figure.ts';
import {collapse} from './collapse.ts';
import {computeAllocation} from './computeAllocation.ts';
import {computeFrontiers} from './computeFrontiers.ts';
import {computeOptimalFigure} from './computeOptimal.ts';
import {correlationTable} from './correlationTable.ts';
import {criticalBatch} from './criticalBatch.ts';
import {dataAndSteps} from './dataAndSteps.ts';
import {dataCrossing} from './dataCrossing.ts';
import {decision} from './decision.ts';
import {earlyStopping} from './earlyStopping.ts';
import {embeddingCount} from './embeddingCount.ts';
import {emergenceScores} from './emergenceScores.ts';
import {extrapolation} from './extrapolation.ts';
import {fixedBudgets} from './fixedBudgets.ts';
import {forecast} from './forecast.ts';
import {isoflop} from './isoflop.ts';
import {learningCurves} from './learningCurves.ts';
import {lineNull} from './lineNull.ts';
import {lossPowerLaws} from './lossPowerLaws.ts';
import {matrix} from './matrix.ts';
import {metricPanels} from './metricPanels.ts';
import {optimalSizeAndSteps} from './optimalSizeAndSteps.ts';
import {overfitting} from './overfitting.ts';
import {performanceVsCompute} from './performanceVsCompute.ts';
import {performanceVsLoss} from './performanceVsLoss.ts';
import {profile} from './profile.ts';
import {reconciled} from './reconciled.ts';
import {recoveryTable} from './recoveryTable.ts';
import {residuals} from './residuals.ts';
import {rulers} from './rulers.ts';
import {sampleCorrelations} from './sampleCorrelations.ts';
import {scaleCurves} from './scaleCurves.ts';
import {schedules} from './schedules.ts';
import {shapePenalty} from './shapePenalty.ts';
import {sizeThreshold} from './sizeThreshold.ts';
import {sizeTolerance} from './sizeTolerance.ts';
import {tokenPosition} from './tokenPosition.ts';
import {transfer} from './transfer.ts';
import {transitionWidth} from './transitionWidth.ts';
import {verdictTable} from './verdictTable.ts';
import {widthByLength} from './widthByLength.ts';
import {zip} from './zip.ts';

/** Every figure; one more entry here and in HEADINGS and it is in the schema, `list` and the report. */
export const FIGURES: readonly Figure[] = [
  metricPanels,
  performanceVsLoss,
  matrix,
  transitionWidth,
  verdictTable,
  profile,
  residuals,
  zip,
  collapse,
  forecast,
  scaleCurves,
  widthByLength,
  lineNull,
  sampleCorrelations,
  emergenceScores,
  sizeThreshold,
  correlationTable,
  performanceVsCompute,
  rulers,
  lossPowerLaws,
  learningCurves,
  computeAllocation,
  dataAndSteps,
  fixedBudgets,
  sizeTolerance,
  computeFrontiers,
  optimalSizeAndSteps,
  dataCrossing,
  extrapolation,
  decision,
  shapePenalty,
  embeddingCount,
  transfer,
  overfitting,
  criticalBatch,
  earlyStopping,
  tokenPosition,
  schedules,
  recoveryTable,
  isoflop,
  computeOptimalFigure,
  reconciled,
];
