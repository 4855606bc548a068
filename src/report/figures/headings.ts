import type {Heading} from '../figure.ts';
import {CHINCHILLA_WORDS} from '../words/chinchilla.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {DECISION_WORDS} from '../words/decision.ts';
import {FIGURE_WORDS} from '../words/figures.ts';
import {PREDICTION_WORDS} from '../words/predictions.ts';
import {RECOVERY_WORDS} from '../words/recovery.ts';
import {SAMPLE_WORDS} from '../words/sampleFigures.ts';
import {MODEL_HEADINGS} from './modelHeadings.ts';

/** What every figure is called and follows, apart from its drawing: checks of a config and `list` need no more. */
export const HEADINGS = {
  metricPanels: {
    name: 'metric-panels',
    label: FIGURE_WORDS.metricPanels,
    paper: 'Du et al. 2024, Fig 4, arXiv:2403.15796',
  },
  performanceVsLoss: {
    name: 'performance-vs-loss',
    label: FIGURE_WORDS.performance,
    paper: 'Du et al. 2024, Fig 1, arXiv:2403.15796',
  },
  matrix: {name: 'matrix', label: FIGURE_WORDS.matrix, paper: null},
  transitionWidth: {name: 'transition-width', label: FIGURE_WORDS.transitionWidth, paper: null},
  verdictTable: {name: 'verdict-table', label: FIGURE_WORDS.verdictTable, paper: null},
  profile: {name: 'profile', label: FIGURE_WORDS.profile, paper: null},
  residuals: {name: 'residuals', label: FIGURE_WORDS.residuals, paper: null},
  zip: {name: 'zip', label: FIGURE_WORDS.zip, paper: 'Morris, White and Crowther 2019, Fig 5, doi:10.1002/sim.8086'},
  collapse: {name: 'collapse', label: FIGURE_WORDS.collapse, paper: null},
  forecast: {name: 'forecast', label: FIGURE_WORDS.forecast, paper: null},
  scaleCurves: {
    name: 'scale-curves',
    label: FIGURE_WORDS.scaleCurves,
    paper: 'Schaeffer et al. 2023, Figs 2, 3, 4 and 6, arXiv:2304.15004',
  },
  widthByLength: {name: 'width-by-length', label: FIGURE_WORDS.widthByLength, paper: null},
  lineNull: {name: 'line-null', label: FIGURE_WORDS.lineNull, paper: null},
  sampleCorrelations: {
    name: 'sample-correlations',
    label: SAMPLE_WORDS.sampleCorrelations,
    paper: 'Schaeffer et al. 2024, arXiv:2406.04391',
    onRequest: true,
  },
  emergenceScores: {
    name: 'emergence-scores',
    label: SAMPLE_WORDS.emergenceScores,
    paper: 'Schaeffer et al. 2023, Fig 5, arXiv:2304.15004',
    onRequest: true,
  },
  sizeThreshold: {
    name: 'size-threshold',
    label: PREDICTION_WORDS.sizeThreshold,
    paper: 'Du et al. 2024, equation 5, arXiv:2403.15796',
    onRequest: true,
  },
  correlationTable: {
    name: 'correlation-table',
    label: PREDICTION_WORDS.correlationTable,
    paper: 'Du et al. 2024, table 2, arXiv:2403.15796',
    onRequest: true,
  },
  performanceVsCompute: {
    name: 'performance-vs-compute',
    label: PREDICTION_WORDS.performanceVsCompute,
    paper: 'Du et al. 2024, Fig 6, arXiv:2403.15796',
    onRequest: true,
  },
  rulers: {
    name: 'rulers',
    label: PREDICTION_WORDS.rulers,
    paper: 'Du et al. 2024, section 7, arXiv:2403.15796',
    onRequest: true,
  },
  lossPowerLaws: {
    name: 'loss-power-laws',
    label: COMPUTE_WORDS.lossPowerLaws,
    paper: 'Kaplan et al. 2020, Fig 1, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  learningCurves: {
    name: 'learning-curves',
    label: COMPUTE_WORDS.learningCurves,
    paper: 'Kaplan et al. 2020, Fig 2, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  computeAllocation: {
    name: 'compute-allocation',
    label: COMPUTE_WORDS.computeAllocation,
    paper: 'Kaplan et al. 2020, Fig 3, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  dataAndSteps: {
    name: 'data-and-steps',
    label: COMPUTE_WORDS.dataAndSteps,
    paper: 'Kaplan et al. 2020, Fig 4, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  fixedBudgets: {
    name: 'fixed-budgets',
    label: COMPUTE_WORDS.fixedBudgets,
    paper: 'Kaplan et al. 2020, Fig 11, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  sizeTolerance: {
    name: 'size-tolerance',
    label: COMPUTE_WORDS.sizeTolerance,
    paper: 'Kaplan et al. 2020, Fig 12, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  computeFrontiers: {
    name: 'compute-frontiers',
    label: COMPUTE_WORDS.computeFrontiers,
    paper: 'Kaplan et al. 2020, Fig 13, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  optimalSizeAndSteps: {
    name: 'optimal-size-and-steps',
    label: COMPUTE_WORDS.optimalSizeAndSteps,
    paper: 'Kaplan et al. 2020, Fig 14, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  dataCrossing: {
    name: 'data-crossing',
    label: COMPUTE_WORDS.dataCrossing,
    paper: 'Kaplan et al. 2020, Fig 15, arXiv:2001.08361',
    onRequest: true,
    reads: 'losses',
  },
  extrapolation: {
    name: 'extrapolation',
    label: COMPUTE_WORDS.extrapolation,
    paper: null,
    onRequest: true,
    reads: 'losses',
  },
  decision: {name: 'decision', label: DECISION_WORDS.figure, paper: null, onRequest: true},
  ...MODEL_HEADINGS,
  recoveryTable: {name: 'recovery-table', label: RECOVERY_WORDS.figure, paper: null, reads: 'recovery'},
  isoflop: {
    name: 'isoflop',
    label: CHINCHILLA_WORDS.isoflop,
    paper: 'Hoffmann et al. 2022, Fig 3, arXiv:2203.15556',
    onRequest: true,
    reads: 'losses',
  },
  computeOptimal: {
    name: 'compute-optimal',
    label: CHINCHILLA_WORDS.optimal,
    paper: 'Hoffmann et al. 2022, equation 4, arXiv:2203.15556; Besiroglu et al. 2024, arXiv:2404.10102',
    onRequest: true,
    reads: 'recovery',
  },
  reconciled: {
    name: 'reconciled',
    label: CHINCHILLA_WORDS.reconciled,
    paper: 'Pearce and Song 2024, arXiv:2406.12907',
    onRequest: true,
    reads: 'losses',
  },
} satisfies Readonly<Record<string, Heading>>;
