import type {Figure} from '../figure.ts';
import {collapse} from './collapse.ts';
import {correlationTable} from './correlationTable.ts';
import {emergenceScores} from './emergenceScores.ts';
import {forecast} from './forecast.ts';
import {lineNull} from './lineNull.ts';
import {matrix} from './matrix.ts';
import {metricPanels} from './metricPanels.ts';
import {performanceVsCompute} from './performanceVsCompute.ts';
import {performanceVsLoss} from './performanceVsLoss.ts';
import {profile} from './profile.ts';
import {residuals} from './residuals.ts';
import {rulers} from './rulers.ts';
import {sampleCorrelations} from './sampleCorrelations.ts';
import {scaleCurves} from './scaleCurves.ts';
import {sizeThreshold} from './sizeThreshold.ts';
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
];
