import {parentPort} from 'node:worker_threads';
import {Fault, type FaultData} from '../../numeric/fault.ts';
import {loadFitKernel, loadKernel} from '../kernel.ts';
import {perform, type Spent, type Task} from './perform.ts';

/** What a worker posts when a task is done: the time it spent, or the fault that it met. */
export type Posted = Spent | {readonly failed: {readonly code: string; readonly data: FaultData; readonly exit: 1 | 2}};

const kernels = {engine: loadKernel(), fit: loadFitKernel()};

/** Anything but a Fault ends the thread. */
function answerTo(task: Task): Posted {
  try {
    return perform(task, kernels);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const {code, data, exit} = error;
    return {failed: {code, data, exit}};
  }
}

parentPort!.on('message', (task: Task) => parentPort!.postMessage(answerTo(task)));
