import {spawn} from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {exactJson, parseExactJson} from '../../src/node/store/exactJson.ts';
import {lockFolder} from '../../src/node/store/lock.ts';
import {type Label, partName, readPart, writePart} from '../../src/node/store/part.ts';
import {openWork} from '../../src/node/store/work.ts';
import {emptyFolder} from './program.ts';

const STAMP = {configHash: 'abc', version: '1.0.0'};
const LABEL: Label = {kind: 'replicates', from: 3, to: 5};

const plain = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 3},
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(-0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    fc.array(tie('value'), {maxLength: 4}),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('value'), {maxKeys: 4, noNullPrototype: true}),
  ),
})).value;

test('plain data comes back as it was, to the last bit of every number, on one line', () => {
  fc.assert(
    fc.property(plain, (value) => {
      const text = exactJson(value);
      expect(text).not.toContain('\n');
      expect(parseExactJson(text)).toStrictEqual(value);
    }),
  );
});

const contents = fc.record({
  lines: fc.array(plain.map(exactJson), {maxLength: 4}),
  numbers: fc.array(fc.double(), {maxLength: 40}).map((list) => Float64Array.from(list)),
});

describe('a part', () => {
  const folder = emptyFolder();
  const path = join(folder, partName(LABEL));

  test('gives back its lines and its numbers', () => {
    fc.assert(
      fc.property(contents, ({lines, numbers}) => {
        writePart(folder, STAMP, LABEL, {lines, numbers});
        const part = readPart(folder, STAMP, LABEL);
        expect(part).toMatchObject({lines, numbers});
        expect(readdirSync(folder)).toEqual([partName(LABEL)]);
      }),
    );
  });

  test('is damaged when any byte of it is another, or any end of it is missing', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.integer({min: 1, max: 255}), ({lines, numbers}, place, change) => {
        writePart(folder, STAMP, LABEL, {lines, numbers});
        const bytes = readFileSync(path);
        const at = place % bytes.length;
        writeFileSync(path, bytes.subarray(0, at));
        expect(readPart(folder, STAMP, LABEL)).toBe('damaged');
        bytes[at]! ^= change;
        writeFileSync(path, bytes);
        expect(readPart(folder, STAMP, LABEL)).toBe('damaged');
      }),
    );
  });

  test('of another study, version or replicate is damaged, and one that is not there is missing', () => {
    writePart(folder, STAMP, LABEL, {lines: [], numbers: new Float64Array(2)});
    expect(readPart(folder, {...STAMP, configHash: 'abd'}, LABEL)).toBe('damaged');
    expect(readPart(folder, {...STAMP, version: '1.0.1'}, LABEL)).toBe('damaged');
    const other = {...LABEL, from: 4};
    writeFileSync(join(folder, partName(other)), readFileSync(path));
    expect(readPart(folder, STAMP, other)).toBe('damaged');
    rmSync(path);
    expect(readPart(folder, STAMP, LABEL)).toBe('missing');
  });

  test.runIf(existsSync('/dev/full'))("on a full disk is the machine's fault and does not appear", () => {
    const full = emptyFolder();
    symlinkSync('/dev/full', join(full, `${partName(LABEL)}.tmp`));
    const write = () => writePart(full, STAMP, LABEL, {lines: [], numbers: new Float64Array(2)});
    expect(write).toThrow(expect.objectContaining({code: 'output-disk', exit: 2}));
    expect(readPart(full, STAMP, LABEL)).toBe('missing');
  });
});

describe('the lock of a folder', () => {
  test('keeps a second process out while the first one lives, and is taken over when it was killed', async () => {
    const folder = emptyFolder();
    const lock = new URL('../../dist/node/store/lock.js', import.meta.url).href;
    const program = `import(${JSON.stringify(lock)}).then(({lockFolder}) => lockFolder(${JSON.stringify(folder)})).then(() => {
      process.stdout.write('locked');
      setInterval(() => {}, 1000);
    })`;
    const other = spawn(process.execPath, ['-e', program]);
    await new Promise((resolve) => other.stdout.once('data', resolve));
    await expect(lockFolder(folder)).rejects.toMatchObject({code: 'folder-busy', exit: 1, data: {pid: other.pid}});
    const dead = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await dead;
    const unlock = await lockFolder(folder);
    await unlock();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not taken over from a process of another machine', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'lock'), JSON.stringify({pid: 4194303, host: `not ${hostname()}`, began: null}));
    await expect(lockFolder(folder)).rejects.toMatchObject({code: 'folder-busy'});
  });

  test.runIf(existsSync('/proc/self/stat'))('of a process whose number another one has now is taken over', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'lock'), JSON.stringify({pid: process.ppid, host: hostname(), began: '1'}));
    await (await lockFolder(folder))();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that is empty or no lock at all is taken over', async () => {
    const folder = emptyFolder();
    for (const text of ['', 'gibberish', '{}', '5', 'null', '{"pid":1}']) {
      writeFileSync(join(folder, 'lock'), text);
      await (await lockFolder(folder))();
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});

describe('the folder of parts of a run', () => {
  test('is found again by the same study and version alone, and named where it is of another', async () => {
    const target = join(emptyFolder(), 'study');
    const work = await openWork(target, STAMP);
    writePart(work.path, STAMP, LABEL, {lines: [], numbers: new Float64Array(1)});
    expect(await work.release()).toBe(true);
    const again = await openWork(target, STAMP);
    expect([again.path, again.left, again.others]).toEqual([work.path, 1, []]);
    const other = await openWork(target, {...STAMP, version: '2'});
    expect([other.left, other.others]).toEqual([0, [work.path]]);
    await other.remove();
    await again.clear();
    expect(await again.count()).toBe(0);
  });

  test('is hidden, and removed where nothing was computed', async () => {
    const parent = emptyFolder();
    mkdirSync(join(parent, 'study'));
    const work = await openWork(join(parent, 'study'), STAMP);
    expect(readdirSync(parent).filter((name) => !name.startsWith('.'))).toEqual(['study']);
    expect(await work.release()).toBe(false);
    expect(readdirSync(parent)).toEqual(['study']);
  });

  test('is given back without a word where it was published before', async () => {
    const parent = emptyFolder();
    const work = await openWork(join(parent, 'study'), STAMP);
    await work.finish();
    renameSync(work.path, join(parent, 'study'));
    expect(await work.release()).toBe(false);
    expect(readdirSync(parent)).toEqual(['study']);
  });
});
