import {Fault} from '../numeric/fault.ts';

/** One metric of one benchmark against loss: what an estimator sees. */
export interface Curve {
  /** Loss of each point, nats per token, lower is better. */
  readonly loss: Float64Array;
  readonly value: Float64Array;
  /** Standard error of each value from its finite questions; null where it is not known. */
  readonly standardError: Float64Array | null;
  /** Index of the training run of each point; the points of a run stand in training order. */
  readonly run: Int32Array;
  readonly chance: number | null;
  readonly direction: 'higher' | 'lower';
  readonly continuous: boolean;
  /** Whether the metric moves before ability does, as the Brier score does while over-confidence fades. */
  readonly calibration: boolean;
  /** Size of the model at each point, parameters; null where it is not known. */
  readonly params: Float64Array | null;
  /** Training compute spent at each point, FLOP; null where it is not known. */
  readonly compute: Float64Array | null;
  /** Questions behind each value, where it is the share of them that was right; null or absent where it is no share or they are not known. */
  readonly trials?: Float64Array | null;
}

/** The points of a curve by rising loss, with the place of each point's predecessor in its training run. */
export interface Points {
  /** Place of each point in the curve. */
  readonly order: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly standardError: Float64Array | null;
  /** Place of the point before this one in the same run, -1 at the start of a run. */
  readonly previous: Int32Array;
  /** Length of each training run. */
  readonly runLengths: readonly number[];
}

function requireFinite(name: string, values: ArrayLike<number>, length: number, positive = false): void {
  if (values.length !== length) throw new Fault('curve-length', {column: name, expected: length, got: values.length});
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value) || (positive && value < 0)) {
      throw new Fault('curve-number', {column: name, row: i + 1, got: String(value)});
    }
  }
}

/**
 * Sorts a curve by loss, keeping the points with loss at most `highest`.
 * Throws Fault `curve-length` (columns of different length) and `curve-number` (a value that is not finite, a negative standard error).
 */
export function sortedPoints(curve: Curve, highest = Number.POSITIVE_INFINITY): Points {
  const {loss, value, standardError, run} = curve;
  requireFinite('loss', loss, loss.length);
  requireFinite('value', value, loss.length);
  requireFinite('run', run, loss.length);
  if (standardError) requireFinite('standardError', standardError, loss.length, true);
  const order = Array.from(loss.keys()).filter((i) => loss[i]! <= highest);
  order.sort((a, b) => loss[a]! - loss[b]! || value[a]! - value[b]! || a - b);
  const place = new Int32Array(loss.length).fill(-1);
  order.forEach((from, to) => {
    place[from] = to;
  });
  const last = new Map<number, number>();
  const lengths = new Map<number, number>();
  const previous = new Int32Array(order.length).fill(-1);
  for (let i = 0; i < loss.length; i++) {
    if (place[i] === -1) continue;
    previous[place[i]!] = last.get(run[i]!) ?? -1;
    last.set(run[i]!, place[i]!);
    lengths.set(run[i]!, (lengths.get(run[i]!) ?? 0) + 1);
  }
  const pick = (from: Float64Array) => Float64Array.from(order, (i) => from[i]!);
  return {
    order: Int32Array.from(order),
    x: pick(loss),
    y: pick(value),
    standardError: standardError ? pick(standardError) : null,
    previous,
    runLengths: [...lengths.values()],
  };
}
