import type {CurveFinding} from '../inference/findings.ts';
import type {Interval} from '../inference/interval.ts';

/** The width that a typical replicate shows, nats; that of the only one where there are no others. */
export function typicalWidth({width, rates}: Pick<CurveFinding, 'width' | 'rates'>): Interval {
  return rates && rates.width.n > 1 ? rates.typicalWidth : width;
}
