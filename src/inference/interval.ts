/** An estimate with its 95 % interval. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** The pieces of the interval where the profile likelihood is not connected. */
  readonly pieces?: ReadonlyArray<readonly [number, number]>;
}
