import {cubicPlace} from '../../numeric/lagrange.ts';
import {abilityPlace, confidencePlace, probabilityRows, ROW_WIDTH, S_COUNT, TAU_COUNT} from './probabilityRows.ts';

/**
 * Means of MOMENTS over questions of the item model with K options and spread sigma_a, by interpolation (error below 1e-5)
 * in a table over (s, tau): s from -0.5 to 3700, tau from 0.05 to 3; values outside are held at the edge.
 */
export function probabilityTable(options: number, sigma: number): (s: number, tau: number) => Float64Array {
  const rowAt = probabilityRows(options, sigma);
  return (s, tau) => {
    const place = cubicPlace(confidencePlace(tau), TAU_COUNT);
    const column = cubicPlace(abilityPlace(s), S_COUNT);
    const out = new Float64Array(ROW_WIDTH);
    for (let i = 0; i < 4; i++) {
      const row = rowAt(place.start + i);
      for (let j = 0; j < 4; j++) {
        const weight = place.weights[i]! * column.weights[j]!;
        for (let k = 0; k < ROW_WIDTH; k++) out[k]! += weight * row[ROW_WIDTH * (column.start + j) + k]!;
      }
    }
    return out;
  };
}
