import {planOf} from '../../src/engine/plan.ts';
import {fillRecord, recordLength} from '../../src/engine/record.ts';
import {trajectories} from '../../src/engine/simulate.ts';
import {trajectoryTable} from '../../src/engine/tables.ts';
import {recoveryFindings} from '../../src/inference/recovery/finding.ts';
import {recoverLaw} from '../../src/inference/recovery/recovered.ts';
import {inOnePiece} from '../../src/numeric/table.ts';
import {makeStudy} from '../../src/report/makeStudy.ts';
import type {Study} from '../../src/report/study.ts';
import {parse} from '../config/messages.ts';

/** A study of training alone, simulated from the text of its config. */
export function trainedStudy(text: string): Promise<Study> {
  const {experiment} = parse(text);
  const plan = planOf(experiment);
  const losses = trajectories(plan);
  const replicates = Array.from({length: experiment.replicates}, (_, replicate) => replicate);
  const records = replicates.map((replicate) => {
    const record = new Float64Array(recordLength(plan));
    fillRecord(plan, new Float64Array(0), losses(replicate), record);
    return record;
  });
  const {recover} = experiment;
  const laws = recover && replicates.map((replicate) => recover.map((one) => recoverLaw(one, experiment, replicate)));
  const manifest = {
    name: experiment.name,
    version: '0.1.0',
    seed: experiment.seed,
    configHash: '6f1c2a9d0b44e7aa',
    resultHash: '91be03f7c2d81e50',
    workers: 1,
    counts: {replicates: experiment.replicates, benchmarks: 0},
    seconds: {},
  };
  return makeStudy({
    experiment,
    manifest,
    findings: {
      version: 1,
      curves: [],
      benchmarks: [],
      ...(recover && laws ? recoveryFindings(recover, laws) : {}),
    },
    scores: null,
    trajectories: inOnePiece(trajectoryTable(plan).of({first: 0, records})),
    replicates: null,
    paper: [],
  });
}
