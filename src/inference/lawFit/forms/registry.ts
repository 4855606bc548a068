import type {Fittable} from '../fittable.ts';
import {fittableBnsl} from './bnsl.ts';
import {fittableChinchilla} from './chinchilla.ts';
import {fittableChinchillaWarmup} from './chinchillaWarmup.ts';
import {fittableDu2024} from './du2024.ts';
import {fittableHenighan} from './henighan.ts';
import {fittableKaplan, fittableKaplanC, fittableKaplanD, fittableKaplanN, fittableKaplanS} from './kaplan.ts';
import {fittableKaplanTraining} from './kaplanTraining.ts';
import {fittableQuanta} from './quanta.ts';

/** Every law that can be fitted to a table of runs. */
export const FITTABLES: readonly Fittable[] = [
  fittableDu2024,
  fittableChinchilla,
  fittableChinchillaWarmup,
  fittableHenighan,
  fittableKaplan,
  fittableKaplanN,
  fittableKaplanD,
  fittableKaplanC,
  fittableKaplanS,
  fittableKaplanTraining,
  fittableBnsl,
  fittableQuanta,
];
