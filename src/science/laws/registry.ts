import type {LawForm} from '../law.ts';
import {bnsl} from './bnsl.ts';
import {chinchilla} from './chinchilla.ts';
import {chinchillaWarmup} from './chinchillaWarmup.ts';
import {du2024} from './du2024.ts';
import {henighan} from './henighan.ts';
import {kaplan, kaplanC, kaplanD, kaplanN, kaplanS} from './kaplan.ts';
import {kaplanTraining} from './kaplanTraining.ts';
import {quantaLaw} from './quanta.ts';

/** Every loss law; one more entry and it is in the schema, `list` and the report. */
export const LAWS: readonly LawForm[] = [
  du2024,
  chinchilla,
  chinchillaWarmup,
  henighan,
  kaplan,
  kaplanN,
  kaplanD,
  kaplanC,
  kaplanS,
  kaplanTraining,
  bnsl,
  quantaLaw,
];
