import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {assemble} from '../../dist/node/crew/crew.js';
import {planOf} from '../../src/engine/plan.ts';
import {onDisk, openDraft} from '../../src/node/output/folder.ts';
import {Fault} from '../../src/numeric/fault.ts';
import {smallExperiment} from '../engine/experiment.ts';
import {emptyFolder} from './program.ts';

const SIGNAL = new AbortController().signal;

function failing(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(code), {code}));
}

test("a full disk is the machine's fault, a folder without permission the user's", async () => {
  await expect(onDisk('out', failing('ENOSPC'))).rejects.toMatchObject({code: 'output-disk', exit: 2});
  await expect(onDisk('out', failing('EACCES'))).rejects.toMatchObject({code: 'output-unwritable', exit: 1});
  await expect(onDisk('out', () => Promise.reject(new Fault('interrupted')))).rejects.toMatchObject({
    code: 'interrupted',
  });
});

test('a worker thread that dies ends the run with one fault of the machine, and no thread is left', async () => {
  const whole = smallExperiment({questions: 16});
  const broken = {...whole, worlds: [{name: 'nowhere', world: 'threshold', curves: {}}]};
  const crew = await assemble(planOf(broken), 2, SIGNAL);
  await expect(crew.simulate(() => {})).rejects.toMatchObject({code: 'worker-crashed', exit: 2});
  await crew.abandon();
});

test('a crew simulates and analyses what its threads share, and ends by itself', async () => {
  const plan = planOf(smallExperiment({questions: 64}));
  const crew = await assemble(plan, 2, SIGNAL);
  const seen: number[] = [];
  await crew.simulate((done) => seen.push(done));
  expect(seen.at(-1)).toBe(plan.cells);
  const {groups, summaries} = await crew.analyse(() => {});
  expect(groups.map(({world, benchmark}) => `${world} ${benchmark}`)).toEqual([
    'threshold mmlu',
    'threshold c-eval',
    'smooth mmlu',
    'smooth c-eval',
  ]);
  expect(summaries).toHaveLength(2);
  await crew.dismiss();
});

test('a finished run that a killed process had moved aside comes back', async () => {
  const parent = emptyFolder();
  const aside = join(parent, '.study.draft-4194303-old');
  mkdirSync(aside);
  writeFileSync(join(aside, 'manifest.json'), JSON.stringify({configHash: 'abc'}));
  const draft = await openDraft(join(parent, 'study'), 'abc');
  expect(existsSync(join(parent, 'study', 'manifest.json'))).toBe(true);
  await draft.discard();
  expect(readdirSync(parent)).toEqual(['study']);
});
