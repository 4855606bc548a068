import type {Curve} from '../../src/inference/curve.ts';
import {normals} from '../../src/numeric/normal.ts';
import {streamAt, streamKey} from '../../src/numeric/stream.ts';

/** The rule of the presets. */
export const RULE = {widthShare: 0.08, margin: 0.025, wideMargin: 0.04, wideInterval: 0.05} as const;

/** The i-th reference series point: x = 1.70 + 0.02 i with disturbance 0.015 sin(7 i), i = 0 to 49. */
const AT = Array.from({length: 50}, (_, i) => ({x: 1.7 + 0.02 * i, e: 0.015 * Math.sin(7 * i)}));

/** Curve through numbers; every point a run of its own unless said. */
export function curveOf(loss: readonly number[], value: readonly number[], more: Partial<Curve> = {}): Curve {
  return {
    loss: Float64Array.from(loss),
    value: Float64Array.from(value),
    standardError: null,
    run: Int32Array.from(loss.keys()),
    chance: 0.25,
    direction: 'higher',
    continuous: false,
    calibration: false,
    params: null,
    compute: null,
    ...more,
  };
}

/** Reference series whose answers R gave: a kink at 2.2, a soft bend of width 0.08 at 2.2, a line. */
export const SERIES = {
  KINK: AT.map(({x, e}) => 0.25 + 0.8 * Math.max(2.2 - x, 0) + e),
  SOFT: AT.map(({x, e}) => 0.25 + 0.8 * 0.08 * Math.log(1 + Math.exp((2.2 - x) / 0.08)) + e),
  LINE: AT.map(({x, e}) => 0.25 + 0.4 * (2.68 - x) + e),
} as const;

/** Losses of the reference series. */
export const LOSSES = AT.map(({x}) => x);

/** A simulated curve: three runs of 60 even losses each, a rise 1.6 h - 1.4 h^2 below `eta` bent by `w`, normal noise of known size. */
export function simulated(
  replicate: number,
  {eta = 2.1, w = 0, sd = 0.005, correlation = 0, ...more}: SimulatedOptions = {},
): Curve {
  const count = 180;
  const z = normals(streamAt(streamKey('inference tests', 'noise'), [replicate, 0, 0, 0]), count);
  const loss: number[] = [];
  const value: number[] = [];
  const run: number[] = [];
  let state = 0;
  for (let i = 0; i < count; i++) {
    const own = i % 60;
    const k = Math.floor(i / 60);
    const x = 2.75 - 0.12 * k - (own / 59) * (0.6 + 0.1 * k);
    const u = eta - x;
    const h = w === 0 ? Math.max(u, 0) : w * Math.log1p(Math.exp(u / w));
    state = own === 0 ? z[i]! : correlation * state + Math.sqrt(1 - correlation * correlation) * z[i]!;
    loss.push(x);
    run.push(k);
    value.push(0.25 + 1.6 * h - 1.4 * h * h + sd * state);
  }
  return curveOf(loss, value, {run: Int32Array.from(run), standardError: new Float64Array(count).fill(sd), ...more});
}

/** What is simulated. */
export interface SimulatedOptions extends Partial<Curve> {
  readonly eta?: number;
  readonly w?: number;
  readonly sd?: number;
  readonly correlation?: number;
}
