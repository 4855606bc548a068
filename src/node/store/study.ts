import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {blocksOf, type Plan, type Range} from '../../engine/plan.ts';
import {type ReplicateRecord, recordLength} from '../../engine/record.ts';
import type {GroupDetail} from '../../inference/analyse.ts';
import {joinSummaries, type ReplicateSummary} from '../../inference/summary.ts';
import {Fault} from '../../numeric/fault.ts';
import {parseExactJson} from './exactJson.ts';
import {type Label, type Part, partName, readPart, type Stamp} from './part.ts';

/** A folder with the parts of consecutive replicates. */
export interface Holding extends Range {
  readonly folder: string;
}

/** A study that lies in parts: the folders, in the order of their replicates, hold every replicate once. */
export interface StoredStudy {
  readonly plan: Plan;
  readonly stamp: Stamp;
  readonly holdings: readonly Holding[];
}

/** What all parts together say. */
export interface Gathered {
  /** Replicate 0 in detail, one entry a (world, benchmark). */
  readonly groups: readonly GroupDetail[];
  /** One summary a replicate, in their order. */
  readonly summaries: readonly ReplicateSummary[];
  /**
   * SHA-256, in hex, of the numbers of a run: the record of every replicate as 64-bit little-endian floats. It depends on nothing else:
   * not on workers, shards, names of files or time.
   */
  readonly resultHash: string;
}

/** The first replicate, which is fitted in detail and stored alone. */
export const FIRST = {kind: 'replicates', from: 0, to: 1} as const satisfies Label;

/** Labels of the parts with the records of a range, in the order of their replicates. */
export function recordLabels(range: Range): (Label & Range)[] {
  const blocks = blocksOf(range).map((block) => ({kind: 'replicates', ...block}) as const);
  return range.from === 0 && range.to > 0 ? [FIRST, ...blocks] : blocks;
}

/** Labels of the parts with the details of replicate 0; none where the range does not hold it. */
export function detailLabels({experiment: {worlds, benchmarks}}: Plan, {from}: Range) {
  const count = from === 0 ? worlds.length * benchmarks.length : 0;
  return Array.from({length: count}, (_, group) => ({kind: 'detail', group}) as const);
}

/** Reads a part that has to be there; throws Fault `part-missing` or `part-damaged`. */
function requirePart(folder: string, stamp: Stamp, label: Label): Part {
  const part = readPart(folder, stamp, label);
  if (part === 'missing') throw new Fault('part-missing', {path: join(folder, partName(label))});
  if (part === 'damaged') throw new Fault('part-damaged', {path: join(folder, partName(label))});
  return part;
}

/** Reads every part once: details, summaries and the hash of the numbers; throws Fault `part-missing` or `part-damaged`. */
export async function gather({plan, stamp, holdings}: StoredStudy, signal: AbortSignal): Promise<Gathered> {
  const hash = createHash('sha256');
  const groups: GroupDetail[] = [];
  const summaries: ReplicateSummary[] = [];
  for (const {folder, ...range} of holdings) {
    for (const label of detailLabels(plan, range)) {
      groups.push(parseExactJson(requirePart(folder, stamp, label).lines[0]!) as GroupDetail);
    }
    for (const label of recordLabels(range)) {
      // Ctrl-C is heard between two parts.
      await setImmediate();
      signal.throwIfAborted();
      const {lines, bytes} = requirePart(folder, stamp, label);
      hash.update(bytes);
      // Replicate 0 has lines of its own only where it was not fitted in groups.
      if (label.from === 0 && lines.length === 0) summaries.push(joinSummaries(groups.map(({summary}) => summary)));
      for (const line of lines) summaries.push(parseExactJson(line) as ReplicateSummary);
    }
  }
  return {groups, summaries, resultHash: hash.digest('hex')};
}

/** The record of every replicate, in their order; throws Fault `part-missing` or `part-damaged`. */
export function* recordsOf({plan, stamp, holdings}: StoredStudy): Generator<ReplicateRecord> {
  const length = recordLength(plan);
  for (const {folder, ...range} of holdings) {
    for (const label of recordLabels(range)) {
      const {numbers} = requirePart(folder, stamp, label);
      for (let at = 0; at < numbers.length; at += length) yield numbers.subarray(at, at + length);
    }
  }
}
