/** Fewest resamples with which a p-value can fall below 5 %: the smallest there is is 1 / (1 + resamples) (Davison and Hinkley 1997, equation 4.11). */
export const FEWEST_RESAMPLES = 20;
