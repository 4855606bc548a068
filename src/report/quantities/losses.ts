import {SMALL_LOSSES} from '../../science/reference/du2024SmallLosses.ts';
import type {Quantity} from '../quantity.ts';
import type {StudyNumbers} from '../study.ts';
import {FORMS} from './forms.ts';
import {overReplicates} from './overReplicates.ts';

/** Place of the last checkpoint of a run; -1 where there is none. */
export function lastPlace(
  {trajectories}: Pick<StudyNumbers, 'trajectories'>,
  run: string | number | undefined,
): number {
  return trajectories.findLastIndex((row) => row.run === run);
}

/** Mean over replicates of the loss at a place, nats per token. */
function lossOf({samples}: StudyNumbers, place: number) {
  return samples && place >= 0 ? overReplicates(samples.losses.map((losses) => losses[place]!)) : null;
}

/** Loss at the last checkpoint of a run, nats per token. */
export const finalLoss: Quantity = {
  ...FORMS.finalLoss,
  measure: (study, {run}) => lossOf(study, lastPlace(study, run)),
};

/** Loss at the checkpoint of a run that is nearest to a number of tokens, nats per token. */
export const lossAt: Quantity = {
  ...FORMS.lossAt,
  measure(study, {run, tokens}) {
    const {trajectories} = study;
    const away = (place: number): number => Math.abs(trajectories[place]!.tokens - Number(tokens));
    const places = [...trajectories.keys()].filter((place) => trajectories[place]!.run === run);
    return lossOf(
      study,
      places.reduce((best, place) => (best < 0 || away(place) < away(best) ? place : best), -1),
    );
  },
};

/** Root mean square difference of final losses and published ones, over the runs that have both; nats per token. */
export const lossRmse: Quantity = {
  ...FORMS.lossRmse,
  measure(study) {
    const known = SMALL_LOSSES.flatMap(([run, paper]) => {
      const place = lastPlace(study, run);
      return place < 0 ? [] : [{place, paper}];
    });
    if (!study.samples || known.length === 0) return null;
    const square = (losses: Float64Array): number =>
      known.reduce((sum, {place, paper}) => sum + (losses[place]! - paper) ** 2, 0) / known.length;
    return overReplicates(study.samples.losses.map((losses) => Math.sqrt(square(losses))));
  },
};
