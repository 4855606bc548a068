/**
 * The root of a rising function between `low` and `high` by the Illinois method (Dowell and Jarratt 1971), to a relative 1e-13
 * of the bracket's upper end; an end where there is no change of sign. Some eight evaluations where bisection needs fifty.
 */
export function risingRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa >= 0) return a;
  if (fb <= 0) return b;
  const tolerance = 1e-13 * Math.abs(high);
  let side = 0;
  for (let i = 0; i < 60 && b - a > tolerance; i++) {
    const x = (a * fb - b * fa) / (fb - fa);
    const fx = f(x);
    if (fx === 0) return x;
    if (fx > 0) {
      [b, fb] = [x, fx];
      if (side === 1) fa *= 0.5;
      side = 1;
    } else {
      [a, fa] = [x, fx];
      if (side === -1) fb *= 0.5;
      side = -1;
    }
  }
  return 0.5 * (a + b);
}
