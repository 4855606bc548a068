import type {Experiment} from '../../config/experiment.ts';
import {cellsPerReplicate, type Plan, type Range} from '../../engine/plan.ts';
import type {ReplicateRecord} from '../../engine/record.ts';
import type {GroupDetail} from '../../inference/analyse.ts';
import {HEADINGS} from '../../report/figures/headings.ts';
import {parseExactJson} from '../store/exactJson.ts';
import {type Label, type Part, readPart, type Stamp} from '../store/part.ts';
import {detailLabels, FIRST, recordLabels} from '../store/study.ts';
import {sharesOf} from './shares.ts';

/** What is left to do of a range of replicates. */
export interface Todo {
  /** Whether replicate 0 is to be simulated. */
  readonly first: boolean;
  /** Groups of replicate 0 that are to be fitted in detail. */
  readonly groups: readonly number[];
  /** Blocks of replicates that are to be simulated and fitted. */
  readonly blocks: readonly Range[];
}

/** What a folder of parts already holds of a range, and what is left. */
export interface Survey {
  readonly todo: Todo;
  /** The record of replicate 0 where it is stored and still needed. */
  readonly first: ReplicateRecord | null;
  /** Replicates that are simulated and fitted. */
  readonly done: number;
  /** Parts that are not as they were written. */
  readonly damaged: readonly Label[];
}

/** Whether a figure asks for single questions of replicate 0. */
export function asksQuestions({figures}: Pick<Experiment, 'figures'>): boolean {
  return figures.includes(HEADINGS.sampleCorrelations.name);
}

/** Reads every part of a range that is there: those which are sound are not computed again. */
export function survey(plan: Plan, range: Range, folder: string, stamp: Stamp): Survey {
  const damaged: Label[] = [];
  const sound = (label: Label) => {
    const part = readPart(folder, stamp, label);
    if (part === 'damaged') damaged.push(label);
    return typeof part === 'string' ? null : part;
  };
  const labels = recordLabels(range);
  const first = labels[0] === FIRST ? (sound(FIRST)?.numbers ?? null) : null;
  const blocks = labels.filter((label) => label !== FIRST);
  const left = blocks.filter((label) => !sound(label));
  const asked = asksQuestions(plan.experiment);
  // Figures are not part of the stamp: details may come from a run in which none asked for single questions.
  const suffices = ({lines}: Part) => !asked || (parseExactJson(lines[0]!) as GroupDetail).perQuestion !== undefined;
  const groups = detailLabels(plan, range).filter((label) => {
    const part = sound(label);
    return !part || !suffices(part);
  });
  const size = (ranges: readonly Range[]) => ranges.reduce((sum, {from, to}) => sum + to - from, 0);
  return {
    todo: {
      first: labels[0] === FIRST && !first,
      groups: groups.map(({group}) => group),
      blocks: left.map(({from, to}) => ({from, to})),
    },
    first,
    done: size(blocks) - size(left) + (first && groups.length === 0 ? 1 : 0),
    damaged,
  };
}

/** Pieces of work that can be done at the same time. */
export function piecesOf({benchmarks}: Plan['experiment'], {first, groups, blocks}: Todo): number {
  return Math.max(first ? sharesOf({benchmarks}) : 0, groups.length) + blocks.length;
}

/** Cells to simulate and fits to make: a group of replicate 0 in detail is as much as a replicate in short. */
export function workOf(plan: Plan, {first, groups, blocks}: Todo): {readonly cells: number; readonly fits: number} {
  const replicates = blocks.reduce((sum, {from, to}) => sum + to - from, 0);
  return {cells: (replicates + (first ? 1 : 0)) * cellsPerReplicate(plan), fits: replicates + groups.length};
}
