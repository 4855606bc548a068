import {parentPort, workerData} from 'node:worker_threads';
import type {Judging} from '../../inference/judging.ts';
import {loadFitKernel} from '../kernel.ts';
import {fitReply, type Sent} from './fitReply.ts';

const judging: Judging = {...(workerData as Judging), kernel: loadFitKernel()};

parentPort!.on('message', (sent: Sent) => {
  if (sent === null) parentPort!.close();
  else parentPort!.postMessage(fitReply(sent, judging));
});
