import type {ReferenceList} from '../reference.ts';
import {du2024Correlations} from './du2024Correlations.ts';
import {du2024Fig1} from './du2024Fig1.ts';
import {du2024Fig2} from './du2024Fig2.ts';
import {du2024Fig3} from './du2024Fig3.ts';
import {du2024Fig4} from './du2024Fig4.ts';
import {du2024FinalScores} from './du2024FinalScores.ts';
import {du2024Early, du2024Finals} from './du2024Finals.ts';
import {du2024Compute, du2024Onset, du2024Sizes} from './du2024Predictions.ts';
import {kaplan2020Constants} from './kaplan2020Constants.ts';
import {kaplan2020Positions} from './kaplan2020Positions.ts';
import {
  schaefferChances,
  schaefferDistances,
  schaefferEmergent,
  schaefferLengths,
  schaefferPowers,
  schaefferQuestions,
} from './schaeffer.ts';
import {besiroglu2024, zhang2023} from './zhang2023.ts';

/** Every list of published numbers that a config can name. */
export const REFERENCE_LISTS: readonly ReferenceList[] = [
  du2024Fig1,
  du2024FinalScores,
  du2024Finals,
  du2024Early,
  du2024Correlations,
  du2024Fig2,
  du2024Fig3,
  du2024Fig4,
  du2024Onset,
  du2024Sizes,
  du2024Compute,
  schaefferPowers,
  schaefferDistances,
  schaefferEmergent,
  schaefferChances,
  schaefferLengths,
  schaefferQuestions,
  zhang2023,
  besiroglu2024,
  kaplan2020Positions,
  kaplan2020Constants,
];
