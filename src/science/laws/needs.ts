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
