import {detailGroup, type GroupDetail} from '../../inference/analyse.ts';
import type {Judging} from '../../inference/judging.ts';
import type {CurveInput} from '../../inference/summary.ts';
import {Fault, type FaultData} from '../../numeric/fault.ts';

/** What the main thread sends: the curves of one benchmark, or null to end. */
export type Sent = {readonly index: number; readonly curves: readonly CurveInput[]} | null;

/** The fits of one benchmark. */
export interface Fitted {
  readonly index: number;
  readonly detail: GroupDetail;
}

/** A Fault as plain data: an error that is thrown across threads would keep only its message. */
export interface Failed {
  readonly failed: {readonly code: string; readonly data: FaultData; readonly exit: 1 | 2};
}

/** Fits the curves of one benchmark, or says which Fault came of it; other errors are thrown. */
export function fitReply({index, curves}: NonNullable<Sent>, judging: Judging): Fitted | Failed {
  try {
    return {index, detail: detailGroup(curves, judging, false)};
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const {code, data, exit} = error;
    return {failed: {code, data, exit}};
  }
}

/** What a worker handed back; throws the Fault that it met, with its code, data and exit code. */
export function fittedOf(reply: Fitted | Failed): Fitted {
  if (!('failed' in reply)) return reply;
  const {code, data, exit} = reply.failed;
  throw new Fault(code, data, exit);
}
