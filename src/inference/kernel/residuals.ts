import {factorRoom, partialResiduals} from '../../numeric/partialResiduals.ts';
import {farPlaces} from '../design.ts';
import {cubeSums, type Gram, makeGram, putColumn, putKnots, putPair, putPowers} from '../gram.ts';
import {type BentResiduals, type BentTable, type Fixed, MOMENTS, PRODUCTS} from './kernel.ts';

/** Puts the columns of the far side; the line of its slope is the last. */
function putFarSide(gram: Gram, sums: Float64Array, {range, all, knots}: BentTable, {values, slope}: Fixed): void {
  const {size} = gram;
  const [first, second] = farPlaces(knots.length);
  const square = all + range;
  const last = (range - MOMENTS) / PRODUCTS - 1;
  putColumn(gram, first, sums, all + MOMENTS + PRODUCTS * last);
  putPair(gram, first, first, slope);
  putPair(gram, first, size - 1, values);
  putColumn(gram, second, sums, square);
  putPair(gram, second, second, sums[square + PRODUCTS]!);
  putPair(gram, second, size - 1, sums[square + PRODUCTS + 1]!);
  putPair(gram, second, first, sums[square + PRODUCTS + 1 + last]!);
}

/** Takes the directions of the noise out of the cross products: G - d d', d the products of every column with a direction. */
function takeOut({table, size, products: d}: Gram, sums: Float64Array, bent: BentTable): void {
  const {range, knots, all, slope, directions} = bent;
  const far = farPlaces(knots.length);
  for (let k = 0; k < directions.length; k++) {
    const at = MOMENTS + PRODUCTS * (1 + k);
    for (let a = 0; a < PRODUCTS; a++) d[a] = sums[all + at + a]!;
    for (let j = 0; j < knots.length; j++) cubeSums(d, 4 + j, sums, knots[j]!.at + at, knots[j]!.knot, 1);
    if (slope) {
      d[far[0]] = directions[k]!.slope;
      d[far[1]] = sums[all + range + PRODUCTS + 2 + k]!;
    }
    d[size - 1] = directions[k]!.values;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) table[a * size + b]! -= d[a]! * d[b]!;
    }
  }
}

/** Residual sums of squares from sums in TypeScript (variable projection: Golub and Pereyra 1973): all shapes from one table of cross products. */
export function bentResiduals(bent: BentTable): BentResiduals {
  const {size, all, knots, total, slope, orders} = bent;
  const gram = makeGram(size);
  const room = factorRoom(size);
  const out = new Float64Array(size * orders.length);
  const parts = orders.map((_, k) => out.subarray(k * size, (k + 1) * size));
  return (sums) => {
    putPowers(gram, sums, all);
    putKnots(gram, sums, knots);
    if (slope) putFarSide(gram, sums, bent, slope);
    gram.table[size * size - 1] = total;
    takeOut(gram, sums, bent);
    for (let k = 0; k < orders.length; k++) partialResiduals(gram.table, size, orders[k]!, room, parts[k]!);
    return out;
  };
}
