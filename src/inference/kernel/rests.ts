import {dot} from '../../numeric/leastSquares.ts';
import {reach} from '../../numeric/vectors.ts';
import type {Bases, Rests} from '../smoothNull/bases.ts';
import {type Exports, NUMBER} from './memory.ts';

/** Rows of values that are looked at together. */
const TOGETHER = 4;

/** Where things are in the memory, bytes. */
interface Layout {
  readonly values: number;
  readonly totals: number;
  readonly out: number;
  readonly columns: number;
  readonly starts: number;
}

/** Writes the columns of bases into the memory, and makes room for everything else. */
function layOut({memory, free}: Exports, {points, columns, starts}: Bases): Layout {
  const nodes = starts.length - 1;
  const count = starts[nodes]! * points;
  const values = Math.ceil(free.value / 16) * 16;
  const totals = values + TOGETHER * points * NUMBER;
  const out = totals + TOGETHER * NUMBER;
  const first = out + TOGETHER * nodes * NUMBER;
  const places = first + count * NUMBER;
  reach(memory, places + starts.length * 4);
  new Float64Array(memory.buffer, first, count).set(columns.subarray(0, count));
  new Int32Array(memory.buffer, places, starts.length).set(starts);
  return {values, totals, out, columns: first, starts: places};
}

/** `Rests` by an instance of WebAssembly that nothing else uses: bases are copied anew at every call, and its memory stays as large as the largest made it. */
export function simdRests(exports: Exports): Rests {
  return (bases, values) => {
    const {points, starts} = bases;
    const nodes = starts.length - 1;
    const places = layOut(exports, bases);
    const {buffer} = exports.memory;
    const rows = new Float64Array(buffer, places.values, TOGETHER * points);
    const totals = new Float64Array(buffer, places.totals, TOGETHER);
    const out: Float64Array[] = [];
    for (let from = 0; from < values.length; from += TOGETHER) {
      const some = values.slice(from, from + TOGETHER);
      some.forEach((z, k) => {
        rows.set(z, k * points);
        totals[k] = dot(z, z);
      });
      exports.rests(places.columns, places.starts, nodes, points, places.values, places.totals, places.out);
      some.forEach((_, k) => {
        out.push(new Float64Array(buffer, places.out + k * nodes * NUMBER, nodes).slice());
      });
    }
    return out;
  };
}
