import {parentPort, workerData} from 'node:worker_threads';
import {detailGroup, type GroupDetail} from '../../inference/analyse.ts';
import type {Judging} from '../../inference/judging.ts';
import type {CurveInput} from '../../inference/summary.ts';

/** What the main thread sends: the curves of one benchmark, or null to end. */
export type Sent = {readonly index: number; readonly curves: readonly CurveInput[]} | null;

/** What a worker hands back. */
export interface Fitted {
  readonly index: number;
  readonly detail: GroupDetail;
}

const judging = workerData as Judging;

parentPort!.on('message', (sent: Sent) => {
  if (sent === null) {
    parentPort!.close();
    return;
  }
  const fitted: Fitted = {index: sent.index, detail: detailGroup(sent.curves, judging, false)};
  parentPort!.postMessage(fitted);
});
