import type {Of} from '../../science/quantity.ts';
import type {Measured} from '../quantity.ts';
import type {CurveSamples, Samples} from '../samples.ts';

/** Mean of what each replicate gives with its standard error, sd / sqrt(replicates); null where no replicate gives a number. */
export function overReplicates(values: ReadonlyArray<number | null>): Measured | null {
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  if (known.length === 0) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  if (known.length === 1) return {value: mean, error: null};
  const square = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {value: mean, error: Math.sqrt(square / (known.length - 1) / known.length)};
}

/** The samples of the curve that `of` names; undefined where the study has none. */
export function curveOf(samples: Samples | null, of: Of): CurveSamples | undefined {
  return samples?.curves.find(
    ({world, benchmark, metric}) => world === of.world && benchmark === of.benchmark && metric === of.metric,
  );
}

/** Mean over replicates of what is read off the losses and scores of a curve, both in the order of the points. */
export function ofCurve(
  samples: Samples | null,
  of: Of,
  read: (losses: Float64Array, scores: Float64Array) => number | null,
): Measured | null {
  const curve = curveOf(samples, of);
  return curve && samples ? overReplicates(curve.values.map((scores, i) => read(samples.losses[i]!, scores))) : null;
}
