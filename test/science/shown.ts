import type {CurveChoice} from '../../src/science/curve.ts';
import {shownBy} from '../../src/science/curves/registry.ts';
import type {Checkpoint, Shown} from '../../src/science/latent.ts';

/** A checkpoint of a 6B run at half of its schedule, with any loss. */
export function checkpointAt(loss: number, {N = 6e9, D = 1e12, luck = 0.5} = {}): Checkpoint {
  return {source: {N, Nne: N, D, S: D / 2 ** 21, lr: 0.5, U: Number.POSITIVE_INFINITY}, loss, luck};
}

/** What is shown by a curve at a loss, all else alike. */
export function shownAt(choice: CurveChoice): (loss: number) => Shown {
  const shown = shownBy(choice);
  return (loss) => shown(checkpointAt(loss));
}

/** Performance by a curve that gives one. Throws where it gives tokens or groups. */
export function performanceOf(choice: CurveChoice): (loss: number) => number {
  const shown = shownAt(choice);
  return (loss) => {
    const value = shown(loss);
    if (typeof value !== 'number') throw new Error(`performance: none (got ${JSON.stringify(value)})`);
    return value;
  };
}

/** Mean performance over questions by any curve; the probability of a token counts as performance. */
export function meanPerformanceOf(choice: CurveChoice): (loss: number) => number {
  const shown = shownAt(choice);
  return (loss) => {
    const value = shown(loss);
    if (typeof value === 'number') return value;
    return 'token' in value ? value.token : value.share * value.first + (1 - value.share) * value.rest;
  };
}
