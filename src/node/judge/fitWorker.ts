import {parentPort, workerData} from 'node:worker_threads';
import type {Judging} from '../../inference/judging.ts';
import {fitReply, type Sent} from './fitReply.ts';

const judging = workerData as Judging;

parentPort!.on('message', (sent: Sent) => {
  if (sent === null) parentPort!.close();
  else parentPort!.postMessage(fitReply(sent, judging));
});
