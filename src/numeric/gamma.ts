const HALF_LOG_TWO_PI = 0.9189385332046728;
const ONE_MINUS_EULER = 0.42278433509846713;

/** (zeta(k) - 1) / k for k = 2 to 31. */
const ZETA = [
  0.3224670334241132, 0.0673523010531981, 0.020580808427784546, 0.007385551028673986, 0.0028905103307415234,
  0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939, 9.945751278180853e-5, 4.492623673813314e-5,
  2.050721277567069e-5, 9.439488275268397e-6, 4.374866789907488e-6, 2.039215753801366e-6, 9.55141213040742e-7,
  4.492469198764566e-7, 2.1207184805554665e-7, 1.0043224823968099e-7, 4.7698101693639804e-8, 2.2711094608943164e-8,
  1.0838659214896955e-8, 5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9, 5.731367241678862e-10,
  2.7595228851242334e-10, 1.330476437424449e-10, 6.4229645638381e-11, 3.1044247747322276e-11, 1.5021384080754142e-11,
] as const;

/** B_2k / (2k (2k - 1)) for k = 1 to 8. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const;

/** From here eight terms of Stirling's series are good to 1e-17. */
const LARGE = 10;

function stirlingSeries(x: number): number {
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum / (x * x) + STIRLING[k]!;
  return sum / x;
}

/** ln Gamma(2 + z) for |z| <= 1/2: (1 - gamma) z + sum_k (-z)^k (zeta(k) - 1) / k (Abramowitz and Stegun 6.1.33). */
function aroundTwo(z: number): number {
  let sum = 0;
  for (let k = ZETA.length - 1; k >= 0; k--) sum = ZETA[k]! - z * sum;
  return z * (ONE_MINUS_EULER + z * sum);
}

/**
 * ln Gamma(x) for x > 0, relative error below 2e-15, at the zeros x = 1 and 2 too: a Taylor series around 2, reached by the recurrence,
 * below 10, and Stirling's series above (Abramowitz and Stegun 6.1.15, 6.1.33, 6.1.41).
 */
export function logGamma(x: number): number {
  if (x >= LARGE) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  if (x < 0.5) return aroundTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return aroundTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let place = x;
  while (place > 2.5) {
    place -= 1;
    product *= place;
  }
  return Math.log(product) + aroundTwo(place - 2);
}

/** ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2) for x > 0: what Stirling's formula leaves, absolute error below 1e-14. */
export function stirlingError(x: number): number {
  if (x >= LARGE) return stirlingSeries(x);
  return logGamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
}

/**
 * x ln(x / mean) + mean - x for x, mean > 0, without cancellation where they are close (Loader 2000, "Fast and accurate computation
 * of binomial probabilities": a series in v = (x - mean) / (x + mean)).
 */
export function poissonDeviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) > 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let power = 2 * x * v;
  for (let j = 3; ; j += 2) {
    power *= v * v;
    const next = sum + power / j;
    // Not `!==`: a number that is not one would never settle.
    if (!(Math.abs(next - sum) > 0)) return next;
    sum = next;
  }
}
