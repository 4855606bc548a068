import {readFileSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {call} from './process.ts';
import {emptyFolder, folderWith, runProgram} from './program.ts';

const STUDY = `name: small
seed: mirage
population: {grid: {params: [1.0e+9, 3.0e+9], tokens: 1.0e+12, checkpoints: 12}}
benchmarks: [mmlu]
worlds: [threshold]
metrics: [accuracy]
resamples: 0
figures: []
references:
  - {id: near, source: "a book", quantity: finalLoss, of: {run: 1B-1T}, paper: 2.26, tolerance: 5}
  - {id: far, source: "a book", quantity: finalLoss, of: {run: 1B-1T}, paper: 9, tolerance: 0.1, note: {en: "<b>made up</b>", zh: "虚构"}}
`;

interface Row {
  readonly id: string;
  readonly simulated: number;
  readonly ok: boolean;
}

describe('a run with references', () => {
  test('writes its scorecard, shows it in both reports and prints it; redrawing renews it', async () => {
    const folder = folderWith(STUDY);
    const ran = await runProgram(['run', 'study.yaml', '--formats', 'svg'], folder);
    expect({code: ran.code, stderr: ran.stderr}).toEqual({code: 0, stderr: ''});
    expect(ran.stdout).toContain('1 of 2 published numbers met; not met: far');
    const out = join(folder, 'outputs', 'small');
    const read = (name: string) => readFileSync(join(out, name), 'utf8');
    const written = read('scorecard.json');
    const {rows} = JSON.parse(written) as {rows: Row[]};
    expect(rows.map(({id, ok}) => [id, ok])).toEqual([
      ['near', true],
      ['far', false],
    ]);
    for (const name of ['report.html', 'report.md']) expect(read(name)).toContain('1 of 2 published numbers met');
    expect(read('report.html')).toContain('&lt;b&gt;made up&lt;/b&gt;');
    await writeFile(join(out, 'scorecard.json'), '{"rows": []}');
    expect((await runProgram(['figures', out, '--formats', 'svg'], folder)).code).toBe(0);
    expect(read('scorecard.json')).toBe(written);

    const table = await call(['scorecard'], {cwd: folder});
    expect([table.code, table.err]).toEqual([0, '']);
    expect(table.out).toMatch(/^Row +Paper +Simulated +Difference +Tolerance +Met\nsmall\/near +2\.260 /);
    expect(table.out).toContain('small/far: <b>made up</b>');
    const json = await call(['scorecard', 'outputs/small', '--json'], {cwd: folder});
    expect(json.out.trim().split('\n')).toHaveLength(1);
    expect((JSON.parse(json.out) as {rows: Row[]}).rows[0]).toEqual(
      expect.objectContaining({id: 'small/near', source: 'a book', paper: 2.26, tolerance: 5, ...rowOf(rows[0]!)}),
    );
  });
});

function rowOf({simulated, ok}: Row) {
  return {simulated, ok};
}

/** What is printed of a row. */
const ROW = {id: 'a', unit: 'nats', paper: 1, simulated: 1, error: null, tolerance: 1, ok: false, note: null};

describe('scorecard', () => {
  test('says in one line where there is none, and no run', async () => {
    const cwd = emptyFolder();
    const none = await call(['scorecard'], {cwd});
    expect([none.code, none.err]).toEqual([
      1,
      `mirage-lab: no finished run with a scorecard in ${join(cwd, 'outputs')}: run a config that has references first\n`,
    ]);
    const missing = await call(['scorecard', 'nowhere'], {cwd});
    expect([missing.code, missing.err]).toEqual([1, `mirage-lab: no finished run in ${join(cwd, 'nowhere')}\n`]);
  });

  test('tells runs of one name apart by their folders, and refuses a damaged one', async () => {
    const cwd = emptyFolder();
    const row = {...ROW, source: 'b', ok: true};
    for (const name of ['one', 'two']) {
      const folder = join(cwd, 'outputs', name);
      await mkdir(folder, {recursive: true});
      await writeFile(join(folder, 'manifest.json'), '{"name": "study"}');
      await writeFile(join(folder, 'scorecard.json'), JSON.stringify({rows: [row]}));
    }
    const {out} = await call(['scorecard', '--json'], {cwd});
    expect((JSON.parse(out) as {rows: Row[]}).rows.map(({id}) => id)).toEqual(['outputs/one/a', 'outputs/two/a']);
    const damaged = [
      {id: 'a'},
      {...row, ok: false, note: {en: 'why'}},
      {...row, unit: undefined},
      {...row, error: 'x'},
    ];
    for (const one of damaged) {
      await writeFile(join(cwd, 'outputs', 'two', 'scorecard.json'), JSON.stringify({rows: [one]}));
      const {code, err} = await call(['scorecard'], {cwd});
      expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
      expect(err).toContain('cannot be read: scorecard.json has no rows');
    }
  });

  async function folderOf(rows: readonly object[], manifest: object = {name: 'study'}): Promise<string> {
    const cwd = emptyFolder();
    await writeFile(join(cwd, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(cwd, 'scorecard.json'), JSON.stringify({rows}));
    return cwd;
  }

  test('gives the terminal no control characters of a file', async () => {
    const note = {en: '\u001b[2Jwhy\u0007', zh: '\u202e'};
    const cwd = await folderOf([{...ROW, id: 'a\u001b[31mb\nc', note}], {name: 's\u001b[1mt'});
    const {code, out, err} = await call(['scorecard', '.'], {cwd});
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^st\/ab c +1\.000/m);
    expect(out).toContain('st/ab c: why\n');
  });

  test.each([
    ['a note in one language', [{...ROW, note: 'why'}], {name: 'study'}],
    ['an error that is no number', [{...ROW, error: 'x'}], {name: 'study'}],
    ['no unit', [{...ROW, unit: undefined}], {name: 'study'}],
    ['a study without a name', [ROW], {name: null}],
  ])('refuses a file with %s', async (_, rows, manifest) => {
    const {code, out, err} = await call(['scorecard', '.'], {cwd: await folderOf(rows, manifest)});
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^mirage-lab: the run in .* cannot be read: .*\n$/);
  });
});
