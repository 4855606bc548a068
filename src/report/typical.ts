import type {CurveFinding, Rate, Shape} from '../inference/findings.ts';
import type {Interval} from '../inference/interval.ts';
import {isFitted} from './fitted.ts';

/** The shape that answers for a curve, with its share of the replicates. */
export interface UsualShape {
  readonly shape: Shape;
  /** Null where there is a single replicate or a table of real checkpoints. */
  readonly rate: Rate | null;
}

/** The width that a typical replicate shows, nats; that of the only one where there are no others. */
export function typicalWidth({width, rates}: Pick<CurveFinding, 'width' | 'rates'>): Interval {
  return rates && rates.width.n > 1 ? rates.typicalWidth : width;
}

/** Mean over replicates of the onset, nats per token; that of the only one where there are no others, null where none was located. */
export function typicalOnset({onset, rates}: Pick<CurveFinding, 'onset' | 'rates'>): number | null {
  return rates?.onset && rates.onset.n > 1 ? rates.onset.value : (onset?.estimate ?? null);
}

/** The most frequent shape of a curve over replicates; among equals that of replicate 0. */
export function usualShape({shape, rates}: Pick<CurveFinding, 'shape' | 'rates'>): UsualShape {
  const own = rates?.shapes[shape];
  if (!rates || !own || own.n < 2) return {shape, rate: null};
  let usual: UsualShape & {rate: Rate} = {shape, rate: own};
  for (const name of ['sharp', 'soft', 'undetermined'] as const) {
    const rate = rates.shapes[name];
    if (rate.value > usual.rate.value) usual = {shape: name, rate};
  }
  return usual;
}

/** Whether a curve usually has a break of its own. */
export function usuallySharp(curve: CurveFinding): boolean {
  return isFitted(curve) && usualShape(curve).shape === 'sharp';
}
