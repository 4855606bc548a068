import {existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openCrew} from '../../dist/node/crew/crew.js';
import type {Experiment} from '../../src/config/experiment.ts';
import {planOf} from '../../src/engine/plan.ts';
import type {Assignment, Overseer} from '../../src/node/crew/crew.ts';
import {survey} from '../../src/node/crew/todo.ts';
import {onDisk, openDraft} from '../../src/node/output/folder.ts';
import {writeTable} from '../../src/node/output/tables.ts';
import {Fault} from '../../src/numeric/fault.ts';
import {smallExperiment} from '../engine/experiment.ts';
import {emptyFolder} from './program.ts';

const STAMP = {configHash: 'abc', version: '0'};
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

/** What a crew is to do of a study in an empty folder. */
function assignment(experiment: Experiment): Assignment {
  const plan = planOf(experiment);
  const folder = emptyFolder();
  const {todo, first} = survey(plan, {from: 0, to: experiment.replicates}, folder, STAMP);
  return {plan, folder, stamp: STAMP, todo, first};
}

/** Lets a crew of its own do an assignment. */
async function compute(work: Assignment, size: number, overseer: Overseer) {
  const crew = openCrew(size);
  try {
    return await crew.compute(work, size, overseer);
  } finally {
    await crew.leave();
  }
}

test('a worker thread that dies ends the run with one fault of the machine', async () => {
  const whole = smallExperiment({questions: 16});
  const broken = {...whole, worlds: [{name: 'nowhere', world: 'threshold', curves: {}}]};
  const crew = compute(assignment(broken), 2, {watch: () => {}, signal: SIGNAL});
  await expect(crew).rejects.toMatchObject({code: 'worker-crashed', exit: 2});
});

test('a crew of any size stores every replicate and every group of the first one in detail, to the same bytes', async () => {
  const experiment = smallExperiment({questions: 64, replicates: 3});
  const stored = [];
  for (const size of [1, 2, 5]) {
    const work = assignment(experiment);
    const seen: [number, number][] = [];
    const spent = await compute(work, size, {watch: (...at) => seen.push(at), signal: SIGNAL});
    expect(seen.at(-1)![0]).toBe(seen.at(-1)![1]);
    expect(spent.simulate).toBeGreaterThan(0);
    expect(spent.fit).toBeGreaterThan(0);
    const names = readdirSync(work.folder).sort();
    expect(names.filter((name) => name.startsWith('detail'))).toHaveLength(4);
    stored.push(names.map((name) => [name, readFileSync(join(work.folder, name), 'utf8')]));
    const {todo, done} = survey(work.plan, {from: 0, to: 3}, work.folder, STAMP);
    expect({todo, done}).toEqual({todo: {first: false, groups: [], blocks: []}, done: 3});
  }
  expect(stored[1]).toEqual(stored[0]);
  expect(stored[2]).toEqual(stored[0]);
});

test('a crew that goes from study to study stores what crews of their own would store', async () => {
  const studies = [
    smallExperiment({questions: 64, replicates: 3}),
    smallExperiment({questions: 16, replicates: 2, benchmarks: ['mmlu']}),
    smallExperiment({questions: 64, replicates: 3}),
  ];
  const files = ({folder}: Assignment) =>
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  const crew = openCrew(3);
  for (const [i, experiment] of studies.entries()) {
    const [ours, alone] = [assignment(experiment), assignment(experiment)];
    await crew.compute(ours, 1 + i, {watch: () => {}, signal: SIGNAL});
    await compute(alone, 2, {watch: () => {}, signal: SIGNAL});
    expect(files(ours)).toEqual(files(alone));
  }
  await crew.leave();
});

test('a crew works again after a thread of it died', async () => {
  const sound = smallExperiment({questions: 16});
  const broken = {...sound, worlds: [{name: 'nowhere', world: 'threshold', curves: {}}]};
  const crew = openCrew(2);
  await expect(crew.compute(assignment(broken), 2, {watch: () => {}, signal: SIGNAL})).rejects.toMatchObject({
    code: 'worker-crashed',
  });
  const work = assignment(sound);
  await crew.compute(work, 2, {watch: () => {}, signal: SIGNAL});
  await crew.leave();
  expect(survey(work.plan, {from: 0, to: sound.replicates}, work.folder, STAMP).done).toBe(sound.replicates);
});

test('a crew does only what is left, and threads that wait for others end with them', async () => {
  const work = assignment(smallExperiment({questions: 64, replicates: 3}));
  await compute(work, 2, {watch: () => {}, signal: SIGNAL});
  rmSync(join(work.folder, 'detail-2.part'));
  rmSync(join(work.folder, 'replicates-2-3.part'));
  const {todo, first} = survey(work.plan, {from: 0, to: 3}, work.folder, STAMP);
  expect(todo).toEqual({first: false, groups: [2], blocks: [{from: 2, to: 3}]});
  const kept = statSync(join(work.folder, 'detail-1.part')).mtimeMs;
  await compute({...work, todo, first}, 2, {watch: () => {}, signal: SIGNAL});
  expect(statSync(join(work.folder, 'detail-1.part')).mtimeMs).toBe(kept);
  expect(survey(work.plan, {from: 0, to: 3}, work.folder, STAMP).done).toBe(3);
});

test('details from a run in which no figure asked for single questions are made again where one does, the others are kept', async () => {
  const plain = smallExperiment({questions: 16, replicates: 2});
  const asking = {...plain, figures: [...plain.figures, 'sample-correlations']};
  const work = assignment(plain);
  await compute(work, 2, {watch: () => {}, signal: SIGNAL});
  const again = planOf(asking);
  const {todo, first} = survey(again, {from: 0, to: 2}, work.folder, STAMP);
  expect(todo).toEqual({first: false, groups: [0, 1, 2, 3], blocks: []});
  await compute({...work, plan: again, todo, first}, 2, {watch: () => {}, signal: SIGNAL});
  expect(survey(again, {from: 0, to: 2}, work.folder, STAMP).todo.groups).toEqual([]);
  expect(survey(work.plan, {from: 0, to: 2}, work.folder, STAMP).todo.groups).toEqual([]);
});

test('a small shard of a large study is cut fine enough for many threads', () => {
  const plan = planOf(smallExperiment({replicates: 10_000}));
  expect(survey(plan, {from: 20, to: 30}, emptyFolder(), STAMP).todo.blocks).toHaveLength(10);
});

test('Ctrl-C ends every thread of a crew, those that wait for another one too', async () => {
  const work = assignment(smallExperiment({questions: 20_000, benchmarks: ['mmlu'], replicates: 1}));
  const interruption = new AbortController();
  const watch = (done: number) => done > 0 && interruption.abort();
  const crew = compute(work, 3, {watch, signal: interruption.signal});
  await expect(crew).rejects.toMatchObject({code: 'interrupted'});
});

/** A finished run in a folder. */
function finishedRun(folder: string, configHash = 'abc'): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({configHash}));
  return folder;
}

test.each([
  ['of a killed process', 4194303],
  ['with the number that this process has now, as in containers,', process.pid],
])('a finished run that was moved aside %s comes back', async (_, pid) => {
  const parent = emptyFolder();
  finishedRun(join(parent, `.study.draft-${hostname()}-${pid}-old`));
  const draft = await openDraft(join(parent, 'study'), 'abc');
  expect(existsSync(join(parent, 'study', 'manifest.json'))).toBe(true);
  await draft.discard();
  expect(readdirSync(parent)).toEqual(['study']);
});

test('what a process of the same number left does not keep a run from being published', async () => {
  const parent = emptyFolder();
  const target = finishedRun(join(parent, 'study'));
  for (const end of ['', '-old']) finishedRun(join(parent, `.study.draft-${hostname()}-${process.pid}${end}`));
  const draft = await openDraft(target, 'abc');
  writeFileSync(join(draft.path, 'manifest.json'), JSON.stringify({configHash: 'abc', fresh: true}));
  await draft.publish();
  expect(readFileSync(join(target, 'manifest.json'), 'utf8')).toContain('fresh');
  expect(readdirSync(parent)).toEqual(['study']);
});

test('a draft of another machine is left alone', async () => {
  const parent = emptyFolder();
  const other = `.study.draft-not-${hostname()}-4194303`;
  mkdirSync(join(parent, other));
  await (await openDraft(join(parent, 'study'), 'abc')).discard();
  expect(readdirSync(parent)).toEqual([other]);
});

test('a run of another config that was published meanwhile is not replaced', async () => {
  const parent = emptyFolder();
  const draft = await openDraft(join(parent, 'study'), 'abc');
  finishedRun(join(parent, 'study'), 'other');
  await expect(draft.publish()).rejects.toMatchObject({code: 'output-other-config', exit: 1});
  await draft.discard();
  expect(readFileSync(join(parent, 'study', 'manifest.json'), 'utf8')).toContain('other');
});

test.runIf(existsSync('/proc/self/fd'))('a table that ends early leaves no file open', async () => {
  const folder = emptyFolder();
  const broken = async function* () {
    yield {name: 'broken', rows: 1, columns: [{name: 'x', type: 'number' as const, values: Float64Array.of(1)}]};
    throw new Fault('interrupted');
  };
  await expect(writeTable(folder, {name: 'broken', rows: 2, pieces: broken})).rejects.toMatchObject({
    code: 'interrupted',
  });
  const open = readdirSync('/proc/self/fd').filter((fd) => {
    const path = join('/proc/self/fd', fd);
    return existsSync(path) && readlinkSync(path).startsWith(folder);
  });
  expect(open).toEqual([]);
});
