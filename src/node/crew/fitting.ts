import type {Plan} from '../../engine/plan.ts';
import type {Simulator} from '../../engine/simulate.ts';
import {detailGroup, type GroupDetail} from '../../inference/analyse.ts';
import {curveInputs} from '../../inference/curveInputs.ts';
import {groupsOf, type ReplicateSummary, summariseReplicate} from '../../inference/summary.ts';
import {COUNTERS} from './board.ts';
import {pull} from './pull.ts';

/** What a worker posts while it fits: a group of replicate 0 in detail, or another whole replicate in short. */
export type Posted =
  | {readonly kind: 'group'; readonly index: number; readonly detail: GroupDetail}
  | {readonly kind: 'replicate'; readonly index: number; readonly summary: ReplicateSummary};

/** A plan with what was simulated on it; values have shape [cells, worlds, STATISTICS]. */
export interface Simulated {
  readonly plan: Plan;
  readonly values: Float64Array;
  readonly trajectory: Simulator['trajectory'];
}

/** Fits whatever no other thread has taken: first the groups of replicate 0 in detail, then the other replicates. */
export function fitReplicates(
  {plan, values, trajectory}: Simulated,
  counters: Int32Array,
  post: (posted: Posted) => void,
): void {
  const {verdict: rule, resamples, seed, replicates} = plan.experiment;
  const judging = {rule, resamples, seed};
  const inputs = (replicate: number) => curveInputs(plan, values, trajectory(replicate), replicate);
  const groups = groupsOf(inputs(0));
  pull(counters, COUNTERS.group, groups.length, (index) => {
    post({kind: 'group', index, detail: detailGroup(groups[index]!, judging, replicates > 1)});
  });
  // Replicate 0 has been fitted in detail.
  pull(counters, COUNTERS.replicate, replicates - 1, (index) => {
    post({kind: 'replicate', index: index + 1, summary: summariseReplicate(inputs(index + 1), judging, index + 1)});
  });
}
