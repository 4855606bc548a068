/** Numbers of a run that the fit of a form has to see change, by the name of the form; as the fits themselves say. */
export const FIT_NEEDS: Readonly<Record<string, readonly ('N' | 'D' | 'S' | 'C')[]>> = {
  du2024: ['N', 'D'],
  chinchilla: ['N', 'D'],
  'chinchilla-warmup': ['N', 'D'],
  henighan: ['N'],
  kaplan: ['N', 'D'],
  'kaplan-n': ['N'],
  'kaplan-d': ['D'],
  'kaplan-c': ['C'],
  'kaplan-s': ['N', 'S'],
  'kaplan-training': ['N', 'D', 'S'],
  bnsl: ['D'],
  quanta: ['N', 'D'],
};

/** What a config says of a run that can tell a constant of a law from others. */
export type RunKey = 'params' | 'tokens' | 'batch' | 'unique' | 'schedule';

const SIZE: readonly RunKey[] = ['params'];
const DATA: readonly RunKey[] = ['tokens'];
const BOTH: readonly RunKey[] = ['params', 'tokens'];

/** What has to change from run to run for each constant of a form to be told from the others, by the names of form and constant. */
export const TOLD_BY: Readonly<Record<string, Readonly<Record<string, readonly RunKey[]>>>> = {
  du2024: {E: BOTH, a: SIZE, alpha: SIZE, b: DATA, beta: DATA, delta: ['schedule']},
  chinchilla: {E: BOTH, A: SIZE, alpha: SIZE, B: DATA, beta: DATA, delta: ['schedule']},
  'chinchilla-warmup': {E: BOTH, A: SIZE, alpha: SIZE, B: DATA, beta: DATA, W: DATA},
  henighan: {Linf: SIZE, N0: SIZE, alphaN: SIZE},
  kaplan: {Nc: SIZE, aN: SIZE, Dc: DATA, aD: DATA},
  'kaplan-n': {Nc: SIZE, aN: SIZE},
  'kaplan-d': {Dc: DATA, aD: DATA},
  'kaplan-c': {Cc: BOTH, aC: BOTH},
  'kaplan-s': {Nc: SIZE, aN: SIZE, Sc: DATA, aS: DATA},
  'kaplan-training': {
    Nc: SIZE,
    aN: SIZE,
    Dc: ['unique'],
    aD: ['unique'],
    Sc: DATA,
    aS: DATA,
    Bstar: ['batch'],
    aB: ['batch'],
  },
  bnsl: {a: DATA, b: DATA, c0: DATA, c1: DATA, d1: DATA, f1: DATA, c2: DATA, d2: DATA, f2: DATA},
  quanta: {Linf: BOTH, Delta: BOTH, alpha: BOTH, C: SIZE, tau: DATA},
};
