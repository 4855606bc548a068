import type {Interval} from '../interval.ts';

/** A fitted parameter; the interval is null without resamples, `published` where no preset is near. */
export interface LawParameter {
  readonly name: string;
  readonly estimate: number;
  readonly interval: Interval | null;
  /** Its value in the nearest preset. */
  readonly published: number | null;
}
