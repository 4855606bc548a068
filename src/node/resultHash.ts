import {createHash} from 'node:crypto';
import type {Plan} from '../engine/plan.ts';
import {curveKeys, readCurve} from '../engine/scores.ts';
import type {Simulator} from '../engine/simulate.ts';

function bytesOf(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * numbers.length));
  numbers.forEach((value, i) => {
    view.setFloat64(8 * i, value, true);
  });
  return new Uint8Array(view.buffer);
}

/**
 * SHA-256, in hex, of the numbers of a run: per replicate the losses and then every score with its standard error, as 64-bit
 * little-endian floats. It depends on nothing else: not on workers, shards, names of files or time.
 */
export function resultHash(plan: Plan, values: Float64Array, trajectory: Simulator['trajectory']): string {
  const hash = createHash('sha256');
  const keys = curveKeys(plan.experiment);
  for (let replicate = 0; replicate < plan.experiment.replicates; replicate++) {
    const {loss, observed} = trajectory(replicate);
    hash.update(bytesOf([...loss, ...observed]));
    for (const key of keys) {
      hash.update(bytesOf(readCurve(plan, values, replicate, key).flatMap((s) => [s.value, s.standardError])));
    }
  }
  return hash.digest('hex');
}
