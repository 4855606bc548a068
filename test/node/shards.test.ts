import {chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {runNode} from '../runNode.ts';
import {STUDY, saidBy} from './interrupted.ts';
import {call, runHere} from './process.ts';
import {emptyFolder, finish, folderWith, MAIN, runProgram, start} from './program.ts';

const FAST = ['--formats', 'svg', '--workers', '1'];
const folder = folderWith(STUDY);
let whole: Record<string, string>;

async function shard(index: number, count: number, ...more: string[]) {
  return runHere(['run', 'study.yaml', '--shard', `${index}/${count}`, ...FAST.slice(2), ...more], folder);
}

async function merge(args: readonly string[], out: string) {
  return runHere(['merge', ...args, '--out', out, '--formats', 'svg', '--quiet'], folder);
}

beforeAll(async () => {
  expect((await runProgram(['run', 'study.yaml', ...FAST], folder)).code).toBe(0);
  whole = saidBy(join(folder, 'outputs', 'small'));
  for (const count of [1, 4, 6]) {
    for (let i = 1; i <= count; i++) {
      const {code, stdout, stderr} = await shard(i, count, '--out', `shards-${count}`);
      expect({code, stderr}).toEqual({code: 0, stderr: ''});
      expect(stdout).toContain(`mirage-lab merge shards-${count}\n`);
    }
  }
});

test.each([1, 4, 6])('%i shards together give the files of one run', async (count) => {
  const out = `merged-${count}`;
  expect(await merge([`shards-${count}`], out)).toEqual({code: 0, stdout: '', stderr: ''});
  expect(saidBy(join(folder, out))).toEqual(whole);
  expect(readdirSync(join(folder, out)).sort()).toEqual(readdirSync(join(folder, 'outputs', 'small')).sort());
});

test('shards are named in any order, twice or by their parent, and may be merged again', async () => {
  const names = [3, 1, 4, 2, 3].map((i) => join('shards-4', `${i}-of-4`));
  expect((await merge(names, 'again')).code).toBe(0);
  expect(saidBy(join(folder, 'again'))).toEqual(whole);
  expect((await merge(['shards-4'], 'again')).code).toBe(0);
  expect(saidBy(join(folder, 'again'))).toEqual(whole);
  expect(readdirSync(join(folder, 'shards-4')).sort()).toEqual(['1-of-4', '2-of-4', '3-of-4', '4-of-4']);
});

test('shards of different counts go together where they fit', async () => {
  // Replicates 0 to 2 are the first two of four shards, 3 to 5 the last three of six.
  const names = ['shards-4/1-of-4', 'shards-4/2-of-4', 'shards-6/4-of-6', 'shards-6/5-of-6', 'shards-6/6-of-6'];
  expect((await merge(names, 'mixed')).code).toBe(0);
  expect(saidBy(join(folder, 'mixed'))).toEqual(whole);
});

test('a shard goes to outputs/NAME-shards unless told otherwise, and two shards at once do not meet', async () => {
  const both = [1, 2].map((i) => finish(start(['run', 'study.yaml', '--shard', `${i}/2`, '--json'], folder)));
  for (const {code, stdout} of await Promise.all(both)) {
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({name: 'small', seed: '7', shard: {count: 2}, replicates: {of: 6}});
  }
  expect(readdirSync(join(folder, 'outputs', 'small-shards')).sort()).toEqual(['1-of-2', '2-of-2']);
});

test('a finished shard stays as it is with --resume, and only its damaged parts are computed again', async () => {
  const place = join(folder, 'shards-4', '2-of-4');
  const [part] = readdirSync(place).filter((name) => name.endsWith('.part'));
  const time = () => statSync(join(place, part!)).mtimeMs;
  const before = time();
  expect((await shard(2, 4, '--out', 'shards-4', '--resume')).code).toBe(0);
  expect(time()).toBe(before);
  const bytes = readFileSync(join(place, part!));
  writeFileSync(join(place, part!), bytes.subarray(1));
  const {code, stderr} = await shard(2, 4, '--out', 'shards-4', '--resume');
  expect(code).toBe(0);
  expect(stderr).toContain(`${part} was damaged and is computed again`);
  expect(readFileSync(join(place, part!))).toEqual(bytes);
});

/** Bytes of disk that a command asks for where there are none. */
async function wanted(args: readonly string[]): Promise<number> {
  const {code, err} = await call(args, {cwd: folder, disk: async () => 0});
  const [, number, unit] = /about ([\d.]+) (kB|MB) of disk/.exec(err)!;
  expect(code).toBe(1);
  return Number(number) * (unit === 'MB' ? 1e6 : 1e3);
}

test('a finished shard with --resume needs no room, and merge none for what the shards hold', async () => {
  const full = {cwd: folder, memory: () => 0, disk: async () => 0};
  const args = ['run', 'study.yaml', '--shard', '2/4', '--out', 'shards-4'];
  expect((await call([...args, '--resume'], full)).code).toBe(0);
  expect((await call(args, full)).code).toBe(1);
  expect(await wanted(['merge', 'shards-4'])).toBeLessThan(await wanted(['run', 'study.yaml']));
});

/** Changes fields of the shard.json in a folder. */
function rewrite(place: string, change: object | ((known: {replicates: object}) => object)): void {
  const path = join(place, 'shard.json');
  const known = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({...known, ...(typeof change === 'function' ? change(known) : change)}));
}

describe('merge refuses in one line', () => {
  /** A copy of the four shards that a test may spoil. */
  function copies(): string {
    const place = emptyFolder();
    cpSync(join(folder, 'shards-4'), place, {recursive: true});
    return place;
  }

  async function refused(args: readonly string[]): Promise<string> {
    const {code, stdout, stderr} = await merge(args, 'refused');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
    return stderr;
  }

  test('a folder without a shard, naming it', async () => {
    expect(await refused(['shards-4', 'nowhere'])).toMatch(/no shard of a study in .*nowhere$/m);
  });

  test('a missing shard, naming its replicates, and what is missing by number where all shards are of one count', async () => {
    expect(await refused(['shards-4/1-of-4', 'shards-4/4-of-4'])).toContain(
      'no shard holds the replicates 1 to 3 of 6',
    );
    expect(await refused(['shards-4/1-of-4', 'shards-4/4-of-4'])).toMatch(/counted from 0; missing of 4 shards: 2-3$/m);
    expect(await refused(['shards-6/2-of-6', 'shards-6/4-of-6', 'shards-6/5-of-6'])).toMatch(/of 6 shards: 1, 3, 6$/m);
    expect(await refused(['shards-4/1-of-4', 'shards-6/5-of-6'])).toMatch(/replicates 1 to 3 of 6, counted from 0$/m);
    expect(await refused(['shards-4/1-of-4'])).toContain('no shard holds the replicates 1 to 5 of 6');
    expect(await refused(['shards-4/4-of-4'])).toContain('no shard holds the replicates 0 to 3 of 6');
  });

  test('two shards with the same replicate, naming both', async () => {
    const line = await refused(['shards-4', 'shards-6/2-of-6']);
    expect(line).toMatch(/shards-\d.\d-of-\d and .*shards-\d.\d-of-\d both hold replicate 1$/m);
  });

  test('shards of another seed, config or version, naming them', async () => {
    for (const [set, words] of [
      ['seed=8', /4-of-4 and .*1-of-4 have different seeds: 8 and 7$/m],
      ['noise.run=0.03', /4-of-4 and .*1-of-4 are of different configs$/m],
    ] as const) {
      const place = copies();
      rmSync(join(place, '4-of-4'), {recursive: true});
      expect((await shard(4, 4, '--out', place, '--set', set)).code).toBe(0);
      expect(await refused([place])).toMatch(words);
    }
    const place = copies();
    rewrite(join(place, '3-of-4'), {version: '0.0.9'});
    expect(await refused([place])).toMatch(/3-of-4 was made by version 0\.0\.9, and this is /);
  });

  test.runIf(process.geteuid?.() === 0)('a folder that may not be read, naming it and why', () => {
    const place = emptyFolder();
    chmodSync(place, 0o711);
    const program = `process.seteuid(65534); await import(${JSON.stringify(pathToFileURL(MAIN).href)});`;
    const args = ['--input-type=module', '-e', program, 'main', 'merge', place];
    const {status, stderr} = runNode(args, {env: {...process.env, LC_ALL: 'C'}});
    expect([status, stderr]).toEqual([1, `mirage-lab: the shard ${place} cannot be read: EACCES\n`]);
  });

  test('an output that is one of the shards', async () => {
    const place = copies();
    const {code, stderr} = await merge([place], join(place, '1-of-4'));
    expect(code).toBe(1);
    expect(stderr).toContain('holds files but no finished run');
  });

  test('a missing part, a damaged part or a damaged shard.json, naming the file', async () => {
    const spoil = async (name: string, how: (path: string) => void) => {
      const place = copies();
      how(join(place, '1-of-4', name));
      return refused([place]);
    };
    expect(await spoil('detail-1.part', (path) => rmSync(path))).toMatch(/1-of-4.detail-1\.part is missing$/m);
    const cut = (path: string) => writeFileSync(path, readFileSync(path).subarray(0, -9));
    expect(await spoil('replicates-0-1.part', cut)).toMatch(/1-of-4.replicates-0-1\.part is damaged/);
    expect(await spoil('shard.json', cut)).toMatch(/shard\.json cannot be read/);
    expect(await spoil('shard.json', (path) => writeFileSync(path, '{}'))).toMatch(/shard\.json cannot be read/);
    const other = (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('300', '301'));
    expect(await spoil('experiment.yaml', other)).toContain('experiment.yaml is not the one of shard.json');
    const place = copies();
    other(join(place, '3-of-4', 'experiment.yaml'));
    expect(await refused([place])).toMatch(/3-of-4 cannot be read: experiment\.yaml is not the one of shard\.json$/m);
  });

  const SPOILT: [string, unknown][] = [
    ['name', undefined],
    ['seconds', undefined],
    ['seconds', {simulate: 1}],
    ['shard', undefined],
    ['shard', {index: 5, count: 4}],
    ['workers', undefined],
    ['replicates', undefined],
    ['replicates', {from: 0, to: 0, of: 6}],
  ];

  test.each(SPOILT)('a shard.json in which %s is %j, naming file and field', async (field, value) => {
    const place = copies();
    rewrite(join(place, '2-of-4'), {[field]: value});
    expect(await refused([place])).toMatch(
      new RegExp(`2-of-4.shard\\.json cannot be read: ${field} is missing or wrong$`, 'm'),
    );
    const {code, stderr} = await shard(2, 4, '--out', place, '--resume');
    expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringContaining(`${field} is missing or wrong`)]]);
  });

  test('a shard.json that holds no object', async () => {
    const place = copies();
    writeFileSync(join(place, '2-of-4', 'shard.json'), 'null');
    expect(await refused([place])).toMatch(/2-of-4.shard\.json cannot be read: name is missing or wrong$/m);
  });

  test('shards that together hold fewer replicates than the study has', async () => {
    const place = copies();
    rmSync(join(place, '4-of-4'), {recursive: true});
    for (const name of readdirSync(place))
      rewrite(join(place, name), ({replicates}) => ({replicates: {...replicates, of: 4}}));
    expect(await refused([place])).toMatch(/1-of-4.shard\.json cannot be read: replicates is missing or wrong$/m);
  });
});
