import type {Metric} from '../metric.ts';
import {passAtK, passUntil} from './attempts.ts';
import {brierPerOption, brierScore, correctChoiceProb, logProb, margin} from './continuous.ts';
import {accuracy, exactStringMatch, multipleChoiceGrade} from './discrete.ts';
import {answerLogProb, perTokenLoss, tokenEditDistance, tokenShare} from './tokens.ts';

/** Every metric, discontinuous ones first. */
export const METRICS: readonly Metric[] = [
  accuracy,
  multipleChoiceGrade,
  exactStringMatch,
  passAtK,
  correctChoiceProb,
  brierScore,
  brierPerOption,
  logProb,
  margin,
  tokenEditDistance,
  tokenShare,
  perTokenLoss,
  answerLogProb,
  passUntil,
];
