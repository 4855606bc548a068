/** A law that is linear in a base and an amplitude: y = base + amplitude g(x; location, scale), g falling in x. */
export interface BendingLaw {
  readonly name: string;
  /** Whether there is a location, and whether there is a scale. */
  readonly located: boolean;
  readonly scaled: boolean;
  /** Free numbers of the mean. */
  readonly count: number;
  /** What g takes from x and the scale alone, worked out once a scale. */
  table(x: Float64Array, scale: number): Float64Array;
  /** g at each x, over its value at the first x, which is the lowest: never above 1. `table` is that of the scale. */
  fill(out: Float64Array, table: Float64Array, x: Float64Array, location: number, scale: number): void;
}

/** Arguments of exp beyond this are infinite for all purposes. */
const LARGEST = 600;

const exponentials = (x: Float64Array, scale: number): Float64Array =>
  x.map((at) => Math.exp(Math.min((at - x[0]!) / scale, LARGEST)));

/** e^((first - location) / scale). */
function startOf(x: Float64Array, location: number, scale: number): number {
  return Math.exp(Math.min(Math.max((x[0]! - location) / scale, -LARGEST), LARGEST));
}

function softplus(u: number): number {
  return u > 30 ? u : Math.log1p(Math.exp(Math.max(u, -LARGEST)));
}

/** Every law that bends; `flat`, `line` and `quadratic` are polynomials. */
export const BENDING_LAWS: readonly BendingLaw[] = [
  {
    name: 'exponential',
    located: false,
    scaled: true,
    count: 3,
    table: exponentials,
    fill(out, table) {
      for (let i = 0; i < out.length; i++) out[i] = 1 / table[i]!;
    },
  },
  {
    name: 'logistic',
    located: true,
    scaled: true,
    count: 4,
    table: exponentials,
    fill(out, table, x, location, scale) {
      const start = startOf(x, location, scale);
      for (let i = 0; i < out.length; i++) out[i] = (1 + start) / (1 + start * table[i]!);
    },
  },
  {
    name: 'gompertz',
    located: true,
    scaled: true,
    count: 4,
    table: exponentials,
    fill(out, table, x, location, scale) {
      const start = startOf(x, location, scale);
      for (let i = 0; i < out.length; i++) out[i] = Math.exp(start * (1 - table[i]!));
    },
  },
  {
    name: 'power',
    located: false,
    scaled: true,
    count: 3,
    // The scale of a power law is one over its exponent.
    table: (x, scale) => x.map((at) => (at / x[0]!) ** (-1 / scale)),
    fill(out, table) {
      out.set(table);
    },
  },
  {
    name: 'hinge',
    located: true,
    scaled: false,
    count: 3,
    table: (x) => x,
    fill(out, _, x, location) {
      const whole = location - x[0]!;
      for (let i = 0; i < out.length; i++) out[i] = Math.max(location - x[i]!, 0) / whole;
    },
  },
  {
    name: 'bent hinge',
    located: true,
    scaled: true,
    count: 4,
    table: (x) => x,
    fill(out, _, x, location, scale) {
      const whole = softplus((location - x[0]!) / scale);
      for (let i = 0; i < out.length; i++) out[i] = softplus((location - x[i]!) / scale) / whole;
    },
  },
];
