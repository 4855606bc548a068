import {cubicPlace} from '../../numeric/lagrange.ts';
import {abilityPlace, confidencePlace, probabilityRows, ROW_WIDTH, S_COUNT, TAU_COUNT} from './probabilityRows.ts';

/** Means over questions of the probability metrics at one latent: p, p^2, Brier, Brier^2. */
export type ProbabilityMeans = readonly [number, number, number, number];

/**
 * Expected probability metrics of the item model with K options and spread sigma_a, by interpolation (error below 1e-5)
 * in a table over (s, tau): s from -0.5 to 3700, tau from 0.05 to 3; values outside are held at the edge.
 */
export function probabilityTable(options: number, sigma: number): (s: number, tau: number) => ProbabilityMeans {
  const rowAt = probabilityRows(options, sigma);
  return (s, tau) => {
    const place = cubicPlace(confidencePlace(tau), TAU_COUNT);
    const column = cubicPlace(abilityPlace(s), S_COUNT);
    const out: [number, number, number, number] = [0, 0, 0, 0];
    for (let i = 0; i < 4; i++) {
      const row = rowAt(place.start + i);
      for (let j = 0; j < 4; j++) {
        const weight = place.weights[i]! * column.weights[j]!;
        for (let k = 0; k < 4; k++) out[k]! += weight * row[ROW_WIDTH * (column.start + j) + k]!;
      }
    }
    return out;
  };
}
