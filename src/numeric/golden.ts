const RATIO = 0.3819660112501051;

/** The place of the least value of `f` on [low, high] by golden-section search, to `steps` shrinkings by 0.618 (Kiefer 1953). */
export function goldenMinimum(f: (x: number) => number, low: number, high: number, steps: number): number {
  let a = low;
  let b = high;
  let left = a + RATIO * (b - a);
  let right = b - RATIO * (b - a);
  let atLeft = f(left);
  let atRight = f(right);
  for (let k = 0; k < steps; k++) {
    if (atLeft <= atRight) {
      b = right;
      right = left;
      atRight = atLeft;
      left = a + RATIO * (b - a);
      atLeft = f(left);
    } else {
      a = left;
      left = right;
      atLeft = atRight;
      right = b - RATIO * (b - a);
      atRight = f(right);
    }
  }
  return atLeft <= atRight ? left : right;
}
