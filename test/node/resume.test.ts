import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import seedrandom from 'seedrandom';
import {beforeAll, describe, expect, test} from 'vitest';
import {resumable} from '../../src/node/commands/resuming.ts';
import {Fault} from '../../src/numeric/fault.ts';
import {describeFault} from '../../src/report/words/errors.ts';
import {FIRST_PARTS, partsFolder, partsIn, STUDY, saidBy, until} from './interrupted.ts';
import {call, runHere} from './process.ts';
import {finish, folderWith, runProgram, start} from './program.ts';

const RUN = ['run', 'study.yaml', '--formats', 'svg', '--workers', '2'];
const REPLICATES = 6;

let whole: Record<string, string>;
/** Folders with a finished run and with an unfinished one of at least five parts, of which tests take copies. */
const folders = {finished: folderWith(STUDY), unfinished: folderWith(STUDY)};

/** Kills a run `pause` milliseconds after something was the case, given the folder of outputs; says whether it came to that. */
async function killed(
  folder: string,
  args: readonly string[],
  so: (outputs: string) => boolean,
  pause = 0,
): Promise<boolean> {
  const child = start(args, folder);
  const done = finish(child);
  const reached = await until(child, () => so(join(folder, 'outputs')));
  await setTimeout(pause);
  child.kill('SIGKILL');
  await done;
  return reached;
}

/** Whether tables are being written. */
function drafting(outputs: string): boolean {
  if (!existsSync(outputs)) return false;
  return readdirSync(outputs).some((name) => name.includes('.draft-') && existsSync(join(outputs, name, 'tables')));
}

const atLeast = (count: number) => (outputs: string) => partsIn(partsFolder(outputs)).length >= count;

/** A folder with the study and a copy of the outputs of another one. */
function copyOf(other: string): string {
  const folder = folderWith(STUDY);
  cpSync(join(other, 'outputs'), join(folder, 'outputs'), {recursive: true});
  return folder;
}

/** A folder with an unfinished run of at least five parts. */
function unfinished(): {folder: string; parts: string} {
  const folder = copyOf(folders.unfinished);
  return {folder, parts: partsFolder(join(folder, 'outputs'))!};
}

/** Lets a run go on to its end; what it left is that of a run without interruption. */
async function resumed(folder: string): Promise<string> {
  const {code, stderr} = await runHere([...RUN, '--resume'], folder);
  expect({code, stderr}).toEqual({code: 0, stderr: expect.any(String)});
  expect(readdirSync(join(folder, 'outputs'))).toEqual(['small']);
  expect(saidBy(join(folder, 'outputs', 'small'))).toEqual(whole);
  return stderr;
}

beforeAll(async () => {
  expect((await runProgram(RUN, folders.finished)).code).toBe(0);
  whole = saidBy(join(folders.finished, 'outputs', 'small'));
  expect(await killed(folders.unfinished, RUN, atLeast(5))).toBe(true);
});

test('a run that is killed again and again at random moments ends with the same files', async () => {
  const random = seedrandom('kill');
  const folder = folderWith(STUDY);
  let kept = 0;
  for (let round = 0; round < 4; round++) {
    const wanted = kept + Math.floor(4 * random());
    await killed(folder, [...RUN, '--resume'], atLeast(wanted), 100 * random());
    const found = partsIn(partsFolder(join(folder, 'outputs'))).length;
    expect(existsSync(join(folder, 'outputs', 'small', 'manifest.json')) || found >= kept).toBe(true);
    kept = found;
  }
  await resumed(folder);
});

test('a run that is killed while it writes its tables is resumed without computing anything again', async () => {
  const folder = folderWith(STUDY);
  expect(await killed(folder, RUN, drafting)).toBe(true);
  expect(existsSync(join(folder, 'outputs', 'small'))).toBe(false);
  expect(await resumed(folder)).toBe(`resumed: replicates taken over, ${REPLICATES} of ${REPLICATES}\n`);
});

test('finished parts are taken over as they are, and their number is told', async () => {
  const {folder, parts} = unfinished();
  const before = partsIn(parts).map((name) => [name, statSync(join(parts, name)).mtimeMs] as const);
  const child = start([...RUN, '--resume'], folder);
  const done = finish(child);
  await until(child, () => partsIn(parts).length > before.length);
  for (const [name, time] of before) {
    if (existsSync(join(parts, name))) expect(statSync(join(parts, name)).mtimeMs).toBe(time);
  }
  const {stderr, code} = await done;
  expect(code).toBe(0);
  const names = before.map(([name]) => name);
  const blocks = names.filter((name) => !FIRST_PARTS.includes(name)).length;
  const first = FIRST_PARTS.every((name) => names.includes(name));
  expect(stderr).toBe(`resumed: replicates taken over, ${blocks + (first ? 1 : 0)} of ${REPLICATES}\n`);
});

describe('parts that were damaged', () => {
  test.each(['cut short', 'swapped'])('and %s are noticed and computed again', async (how) => {
    const {folder, parts} = unfinished();
    const [one, other] = partsIn(parts)
      .filter((name) => !FIRST_PARTS.includes(name))
      .map((name) => join(parts, name));
    if (how === 'cut short') truncateSync(one!, statSync(one!).size - 9);
    else cpSync(other!, one!);
    expect(await resumed(folder)).toContain(`${one!.split(/[/\\]/).at(-1)} was damaged and is computed again\n`);
  });
});

test('without --resume an interrupted run starts anew, and says that it could have gone on', async () => {
  const {folder} = unfinished();
  const {code, stderr} = await runHere(RUN, folder);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^an interrupted run of this study has \d of 6 done \(replicates\): starting anew, --resume would/,
  );
  expect(saidBy(join(folder, 'outputs', 'small'))).toEqual(whole);
  expect(readdirSync(join(folder, 'outputs'))).toEqual(['small']);
});

test('parts of another config or seed are not taken over, and are told of', async () => {
  const {folder, parts} = unfinished();
  const {code, stderr} = await runHere([...RUN, '--resume', '--replicates', '2'], folder);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /an unfinished run of another config is kept in .*, in which 1 setting differs \(there → here: replicates 6 → 2\)/,
  );
  expect(partsIn(parts).length).toBeGreaterThanOrEqual(5);
});

test('Ctrl-C keeps what was computed and says the command that goes on', async () => {
  const folder = folderWith(STUDY);
  const child = start([...RUN, '--set', 'question=one & all'], folder);
  const done = finish(child);
  await until(child, () => atLeast(3)(join(folder, 'outputs')));
  child.kill('SIGINT');
  const {code, stderr, stdout} = await done;
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  const command = /to go on: npx mirage-lab (run --resume study\.yaml .*)\n$/.exec(stderr)![1]!;
  expect(command).toContain(`'question=one & all'`);
  expect(readdirSync(join(folder, 'outputs')).every((name) => name.startsWith('.small.partial-'))).toBe(true);
  await resumed(folder);
});

test('Ctrl-C while tables and figures are made keeps everything that was computed', async () => {
  const folder = folderWith(STUDY);
  const child = start(RUN, folder);
  const done = finish(child);
  await until(child, () => drafting(join(folder, 'outputs')));
  child.kill('SIGINT');
  const {code, stderr} = await done;
  expect(code).toBe(130);
  expect(stderr).toContain('to go on: npx mirage-lab run --resume study.yaml');
  expect(await resumed(folder)).toBe(`resumed: replicates taken over, ${REPLICATES} of ${REPLICATES}\n`);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  '%s, as batch systems send it, ends like Ctrl-C but with exit %i, and gives the lock back',
  async (signal, exit) => {
    const folder = folderWith(STUDY);
    const child = start([...RUN, '--out', 'run'], folder);
    const done = finish(child);
    await until(child, () => atLeast(3)(folder));
    child.kill(signal);
    child.kill(signal);
    const {code, stderr, stdout} = await done;
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toMatch(
      /^mirage-lab: interrupted: .*; to go on: npx mirage-lab run --resume study\.yaml .* --out run\n$/,
    );
    const parts = partsFolder(folder)!;
    expect(partsIn(parts).length).toBeGreaterThanOrEqual(3);
    expect(readdirSync(parts)).not.toContain('lock');
    expect((await runHere([...RUN, '--out', 'run', '--resume'], folder)).code).toBe(0);
    expect(saidBy(join(folder, 'run'))).toEqual(whole);
  },
);

test('a thread that crashed is told with the command that goes on, bad input without', () => {
  const typed = ['run', 'my study.yaml', '--lang', 'en'];
  const reached = {kept: ['.small.partial', '.other.partial'], done: 0, total: 2};
  const crashed = resumable(new Fault('worker-crashed', {reason: 'exit 134'}, 2), typed, reached) as Fault;
  expect(crashed.exit).toBe(2);
  expect(describeFault(crashed.code, crashed.data, 'en')).toBe(
    "a worker thread ended early: exit 134; what was computed is kept in .other.partial, .small.partial; to go on: npx mirage-lab run --resume 'my study.yaml' --lang en",
  );
  const named = ['--lang', 'zh', 'run', 'run', '--out', 'run'];
  expect((resumable(new Fault('interrupted'), named, reached) as Fault).data.resume).toBe(
    'npx mirage-lab --lang zh run --resume run --out run',
  );
  const input = new Fault('curve-number', {column: 'loss', row: 1, got: 'x'});
  expect(resumable(input, typed, reached)).toBe(input);
});

test('the command that goes on is told whole, however many studies there are', () => {
  const studies = Array.from({length: 80}, (_, i) => `configs/study-${i}.yaml`);
  const reached = {kept: ['.small.partial'], done: 0, total: 80};
  const {code, data} = resumable(new Fault('interrupted'), ['run', ...studies], reached) as Fault;
  expect(describeFault(code, data, 'en')).toMatch(new RegExp(`: npx mirage-lab run --resume ${studies.join(' ')}$`));
});

test('every folder that a run of several studies keeps is named, with one command that goes on', async () => {
  const folder = folderWith(STUDY);
  writeFileSync(join(folder, 'other.yaml'), STUDY.replace('name: small', 'name: other'));
  const child = start(['run', 'study.yaml', 'other.yaml', '--formats', 'svg', '--workers', '2'], folder);
  const done = finish(child);
  const outputs = join(folder, 'outputs');
  const begun = () => existsSync(outputs) && readdirSync(outputs).some((name) => name.startsWith('.other.partial-'));
  const both = () => begun() && drafting(outputs);
  expect(await until(child, () => both() && partsIn(partsFolder(outputs)).length > 0)).toBe(true);
  child.kill('SIGTERM');
  const {code, stderr} = await done;
  expect(code).toBe(143);
  const kept = readdirSync(outputs).filter((name) => name.includes('.partial-'));
  expect(kept.length).toBeGreaterThan(0);
  for (const name of kept) expect(stderr).toContain(join(outputs, name));
  expect(stderr).toMatch(/; to go on: npx mirage-lab run --resume study\.yaml other\.yaml .*\n$/);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a run of several studies that is interrupted between two says how many are written', () => {
  const reached = {kept: [], done: 1, total: 3};
  const {code, data} = resumable(new Fault('interrupted'), ['run', 'a.yaml', 'b.yaml', 'c.yaml'], reached) as Fault;
  expect(describeFault(code, data, 'en')).toBe(
    'interrupted: 1 of 3 studies are written, and nothing of the next one is kept; to go on: npx mirage-lab run --resume a.yaml b.yaml c.yaml',
  );
});

test('a second process does not work on the same study, and says who does', async () => {
  const folder = folderWith(STUDY);
  const child = start(RUN, folder);
  const done = finish(child);
  expect(await until(child, () => atLeast(1)(join(folder, 'outputs')))).toBe(true);
  // Held still, so that it is at work for as long as the second one takes.
  child.kill('SIGSTOP');
  const second = await runHere([...RUN, '--resume'], folder);
  child.kill('SIGCONT');
  expect([second.code, second.stdout]).toEqual([1, '']);
  expect(second.stderr).toContain(`process ${child.pid} on `);
  expect(second.stderr.trim().split('\n')).toHaveLength(1);
  expect((await done).code).toBe(0);
  expect(saidBy(join(folder, 'outputs', 'small'))).toEqual(whole);
});

test('--resume asks for no room for what is on the disk already', async () => {
  const folder = folderWith(STUDY);
  const args = ['run', 'study.yaml', '--shard', '1/1'];
  expect(await killed(folder, args, (outputs) => atLeast(6)(join(outputs, 'small-shards')))).toBe(true);
  const need = async (...more: string[]) => {
    const {err} = await call([...args, ...more], {cwd: folder, disk: async () => 0});
    return Number(/about ([\d.]+) kB of disk/.exec(err)![1]);
  };
  expect(await need('--resume')).toBeLessThan(await need());
});

test.runIf(existsSync('/dev/full'))('a full disk ends a run with one line and exit 2, and it can go on', async () => {
  const {folder, parts} = unfinished();
  const missing = [3, 4, 5].map((i) => `replicates-${i}-${i + 1}.part`);
  for (const name of missing) {
    for (const path of [name, `${name}.tmp`]) rmSync(join(parts, path), {force: true});
    symlinkSync('/dev/full', join(parts, `${name}.tmp`));
  }
  const {code, stderr} = await runHere([...RUN, '--resume'], folder);
  expect(code).toBe(2);
  const [told, line, ...more] = stderr.trim().split('\n');
  expect(told).toMatch(/^resumed: /);
  expect(line).toMatch(
    /^mirage-lab: the disk refused to write .*ENOSPC; what was computed is kept in .*; to go on: npx mirage-lab run .*--resume$/,
  );
  expect(more).toEqual([]);
  for (const name of missing) rmSync(join(parts, `${name}.tmp`), {force: true});
  await resumed(folder);
});

test('a finished run stays as it is with --resume, which says so; another config is refused', async () => {
  const folder = copyOf(folders.finished);
  const manifest = join(folder, 'outputs', 'small', 'manifest.json');
  const written = statSync(manifest).mtimeMs;
  const again = await runHere([...RUN, '--resume'], folder);
  expect(again).toEqual({
    code: 0,
    stderr: '',
    stdout:
      'this study is finished and stays as it is in outputs/small: npx mirage-lab figures outputs/small draws it again, a run without --resume computes it anew\n',
  });
  const {stdout} = await runHere([...RUN, '--resume', '--json'], folder);
  expect(JSON.parse(stdout)).toEqual({
    directory: join(folder, 'outputs', 'small'),
    ...JSON.parse(readFileSync(manifest, 'utf8')),
  });
  expect(statSync(manifest).mtimeMs).toBe(written);
  expect(readdirSync(join(folder, 'outputs'))).toEqual(['small']);
  const other = await runHere([...RUN, '--resume', '--seed', 'other'], folder);
  expect({...other, stderr: ''}).toEqual({code: 1, stdout: '', stderr: ''});
  expect(other.stderr).toContain('another config, in which 1 setting differs (there → here: seed 7 → other)');
});

test('a finished run that lost a part, or draws other figures, is computed anew with --resume', async () => {
  const folder = copyOf(folders.finished);
  const out = join(folder, 'outputs', 'small');
  rmSync(join(out, 'findings.json'));
  await resumed(folder);
  truncateSync(join(out, 'report.html'));
  await resumed(folder);
  expect(statSync(join(out, 'report.html')).size).toBeGreaterThan(0);
  const other = await runHere([...RUN, '--resume', '--set', 'figures=[transition-width]'], folder);
  expect({...other, stdout: ''}).toEqual({code: 0, stdout: '', stderr: ''});
  expect(readdirSync(join(out, 'figures')).some((name) => name.startsWith('transition-width'))).toBe(true);
});

test('a folder of parts is never taken for a finished run', async () => {
  const {folder, parts} = unfinished();
  const {code, stderr} = await runHere(['figures', parts], folder);
  expect(code).toBe(1);
  expect(stderr).toContain('no finished run in');
  expect(readdirSync(join(folder, 'outputs')).filter((name) => !name.startsWith('.'))).toEqual([]);
});
