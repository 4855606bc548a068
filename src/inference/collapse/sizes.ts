import type {Curve} from '../curve.ts';
import type {Spread} from './difference.ts';

/** Sizes whose ratio is below this are nearly equal. */
const NEARLY_EQUAL = 1.05;

/** The last checkpoint of each run, by rising size. */
function finalsOf({run}: Curve, params: Float64Array): number[] {
  const last = new Map<number, number>();
  run.forEach((index, i) => {
    last.set(index, i);
  });
  return [...last.values()].sort((a, b) => params[a]! - params[b]!);
}

/** Runs of nearly equal size: a group starts where the size is more than 5 % above the smallest of the group before. */
function groupsBySize(finals: readonly number[], params: Float64Array): number[][] {
  const groups: number[][] = [];
  for (const i of finals) {
    const group = groups[groups.length - 1];
    if (group && params[i]! < NEARLY_EQUAL * params[group[0]!]!) group.push(i);
    else groups.push([i]);
  }
  return groups.filter((group) => group.length > 1);
}

/** Differences between the last checkpoints of runs of nearly equal size; null where no two runs are. `root` holds the square roots of the weights of the curve's points. */
export function finalsSpread(
  curve: Curve,
  params: Float64Array,
  root: Float64Array,
): {runs: number; spread: Spread} | null {
  const groups = groupsBySize(finalsOf(curve, params), params);
  if (groups.length === 0) return null;
  let [square, rank, unit, runs] = [0, 0, 0, 0];
  for (const group of groups) {
    const weights = group.map((i) => root[i]! ** 2);
    const mass = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = group.reduce((sum, i, k) => sum + weights[k]! * curve.value[i]!, 0) / mass;
    group.forEach((i, k) => {
      square += weights[k]! * (curve.value[i]! - mean) ** 2;
      unit += weights[k]! * (1 - weights[k]! / mass);
    });
    rank += group.length - 1;
    runs += group.length;
  }
  return {runs, spread: {square, rank, unit}};
}
