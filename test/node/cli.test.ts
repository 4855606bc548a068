import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {FITTABLES} from '../../src/inference/lawFit/forms/registry.ts';
import {COMMANDS, LISTS} from '../../src/node/commands/table.ts';
import {recoverySeconds} from '../../src/node/recoverySeconds.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {QUANTITIES} from '../../src/report/quantities/registry.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {CURVES} from '../../src/science/curves/registry.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {METRICS} from '../../src/science/metrics/registry.ts';
import {POPULATIONS} from '../../src/science/populations/registry.ts';
import {REFERENCE_LISTS} from '../../src/science/reference/registry.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';
import {RUNS} from '../engine/experiment.ts';
import {call} from './process.ts';

const METRICS_CONFIG = 'configs/du2024/metrics.yaml';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mirage-lab-'));
});

afterAll(async () => {
  await rm(folder, {recursive: true, force: true});
});

describe('the command line', () => {
  test.each(COMMANDS.map(({name}) => name))('helps with %s, with an example, in both languages', async (name) => {
    const [en, zh] = [await call([name, '--help']), await call([name, '--help', '--lang', 'zh'])];
    const {about, examples} = COMMANDS.find((command) => command.name === name)!;
    expect([en.code, zh.code, en.err, zh.err]).toEqual([0, 0, '', '']);
    expect(en.out).toContain(about.en);
    expect(en.out).toContain(examples[0]!.split(' ').slice(0, 2).join(' '));
    expect(zh.out).toContain(about.zh);
  });

  test('lists every command in its help', async () => {
    const {out, code} = await call(['--help']);
    expect(code).toBe(0);
    for (const {name} of COMMANDS) expect(out).toContain(`mirage-lab ${name}`);
  });

  test('without a command shows its help on the error stream and fails', async () => {
    const {code, out, err} = await call([]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('mirage-lab run CONFIG...');
  });

  test('says its version', async () => {
    const {version} = JSON.parse(await readFile('package.json', 'utf8')) as {version: string};
    expect(await call(['--version'])).toEqual({code: 0, out: `${version}\n`, err: ''});
  });

  test.each([
    [
      ['rnu', 'a.yaml'],
      "unknown command (got rnu); allowed: run, merge, validate, explain, list, init, schema, figures, scorecard, judge, fit; did you mean 'run'?",
    ],
    [
      ['list', '--jsn'],
      "unknown option (got --jsn); allowed: --json, --lang, --help, --version; did you mean '--json'?",
    ],
    [['list', '-x'], 'unknown option (got -x); allowed: --json, --lang, --help, --version'],
    [
      ['list', 'metric'],
      "no list has this name (got metric); allowed: populations, laws, curves, worlds, benchmarks, metrics, figures, quantities, references; did you mean 'metrics'?",
    ],
    [['list', 'metrics', 'laws'], 'an argument too many (got laws)'],
    [
      ['list', 'schedules'],
      'no list has this name (got schedules); allowed: populations, laws, curves, worlds, benchmarks, metrics, figures, quantities, references',
    ],
    [['validate'], 'the argument CONFIG is missing'],
    [['validate', ''], 'the argument CONFIG is missing'],
    [['list', ''], 'the argument WHAT is missing'],
    [['run', 'a.yaml', '--workers', '0'], 'the option --workers takes a whole number from 1 on (got 0)'],
    [['run', 'a.yaml', '--workers', 'two'], 'the option --workers takes a whole number from 1 on (got two)'],
    [['run', 'a.yaml', '--replicates', '1.5'], 'the option --replicates takes a whole number from 1 on (got 1.5)'],
    [['run', 'a.yaml', '--seed', 'a', '--seed', 'b'], 'the option --seed is given twice'],
    [['run', 'a.yaml', '--out'], 'the option --out needs a value'],
    [
      ['run', 'a.yaml', '--formats', 'svg,pgn'],
      "the option --formats does not take this value (got pgn); allowed: svg, png; did you mean 'png'?",
    ],
    [['list', '--lang', 'fr'], 'the option --lang does not take this value (got fr); allowed: en, zh'],
    [['init', 'x'.repeat(101)], `${'x'.repeat(101)}: is too long: at most 100`],
    [
      ['init', 'a/b'],
      'a name has letters, digits, dots, dashes and underscores, starts with a letter, a digit or an underscore, and is neither gallery nor __proto__ (got a/b)',
    ],
  ])('answers %j with one line and exit 1', async (args, line) => {
    expect(await call(args)).toEqual({code: 1, out: '', err: `mirage-lab: ${line}\n`});
  });

  test.each([
    ['explain', 'x'.repeat(9000)],
    ['explain', METRICS_CONFIG, '--set', `${'['.repeat(9000)}=1`],
    ['list', 'x'.repeat(9000)],
    ['init', 'x'.repeat(9000)],
    ['figures', 'x'.repeat(9000)],
  ])('repeats no text at length: %s', async (...args) => {
    const {code, err} = await call(args);
    expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(err.length).toBeLessThan(2000);
  });

  test.each(['run', 'explain'])('refuses more threads than a machine has use for, on %s', async (command) => {
    expect(await call([command, METRICS_CONFIG, '--workers', '257'])).toEqual({
      code: 1,
      out: '',
      err: '--workers: must be at most 256 (got 257)\n',
    });
    expect((await call(['explain', METRICS_CONFIG, '--workers', '256'])).code).toBe(0);
  });

  test('speaks Chinese where the environment asks for it, unless told otherwise', async () => {
    const env = {LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8'};
    expect((await call(['validate'], {env})).err).toBe('mirage-lab: 缺少参数 CONFIG\n');
    expect((await call(['validate', '--lang', 'en'], {env})).err).toBe('mirage-lab: the argument CONFIG is missing\n');
    expect((await call(['validate'], {env: {LC_ALL: 'en_GB', LANG: 'zh_CN'}})).err).toContain('missing');
  });

  test('reports an unforeseen error in one line with exit 2, and its stack only on demand', async () => {
    const broken = {
      stdout: {
        isTTY: false,
        columns: 80,
        write: () => {
          throw new Error('disk on fire\nand more');
        },
      },
    };
    expect(await call(['schema'], broken)).toEqual({
      code: 2,
      out: '',
      err: 'mirage-lab: internal error: disk on fire\n',
    });
    expect((await call(['schema'], {...broken, env: {MIRAGE_DEBUG: '1'}})).err).toContain('    at ');
  });

  test('exits 130 with one line where Ctrl-C stops a command', async () => {
    const stopped = {stdout: {isTTY: false, columns: 80, write: () => AbortSignal.abort().throwIfAborted()}};
    expect(await call(['schema'], {...stopped, signal: AbortSignal.abort()})).toEqual({
      code: 130,
      out: '',
      err: 'mirage-lab: interrupted: nothing was written\n',
    });
  });
});

describe('validate', () => {
  test('says ok for every config of the repository', async () => {
    const files = [
      ...['metrics', 'fig2', 'fig1', 'smooth-shapes'].map((name) => `configs/du2024/${name}.yaml`),
      'configs/line-null.yaml',
    ];
    expect(await call(['validate', ...files])).toEqual({
      code: 0,
      err: '',
      out: files.map((file) => `${file}: ok\n`).join(''),
    });
  });

  test.each([
    ['en', 'every run has the same batch, vary it', 'warning'],
    ['zh', '所有训练的 batch 都相同，请改变它', '警告'],
  ])('warns of constants that the runs of a recovery will not tell, in %s', async (language, words, warning) => {
    const sizes =
      '{grid: {params: [1e6, 1e8, 1e10], tokens: {from: 1e10, to: 1e12, count: 4}, batch: 1e8, unique: [1e8, 1e10]}}';
    const study = `name: r\npopulation: kaplan2020-sizes\nloss: kaplan2020-training\nrecover:\n  - {loss: kaplan2020-training, population: ${sizes}}\n`;
    const file = join(folder, 'foreseen.yaml');
    await writeFile(file, study);
    const {code, err} = await call(['validate', file, '--lang', language]);
    expect(code).toBe(0);
    expect(err.trim().split('\n')).toHaveLength(1);
    for (const part of [warning, 'foreseen.yaml:5:5: recover[0]: ', 'Bstar, aB', words]) expect(err).toContain(part);
  });

  test.each([
    ['tokensPerParam: 20', 'en', 'every run has the same tokensPerParam, vary it'],
    ['tokensPerParam: 20', 'zh', '所有训练的 tokensPerParam 都相同，请改变它'],
    ['compute: 1e20', 'en', 'params, tokens change only together'],
    ['compute: 1e20', 'zh', 'params, tokens 只一同变化'],
  ])('says what to vary in runs of %s, in %s', async (rest, language, words) => {
    const file = join(folder, 'ray.yaml');
    const grid = `population: {grid: {params: {from: 1e7, to: 1e10, count: 40}, ${rest}}}`;
    await writeFile(file, `name: r\n${grid}\nloss: besiroglu2024\nrecover: [{loss: besiroglu2024}]\n`);
    const {err} = await call(['validate', file, '--lang', language]);
    expect(err).toContain(words);
  });

  test('goes on after a config that is wrong', async () => {
    const {code, out, err} = await call(['validate', 'no.yaml', METRICS_CONFIG, 'configs']);
    expect([code, out]).toEqual([1, `${METRICS_CONFIG}: ok\n`]);
    expect(err).toBe('no.yaml: no such file\nconfigs: is a directory, not a config file\n');
  });

  test('refuses a binary file and a huge one', async () => {
    await writeFile(join(folder, 'binary.yaml'), Buffer.from([0x6e, 0, 0xff]));
    await writeFile(join(folder, 'latin1.yaml'), Buffer.from([0x6e, 0x3a, 0x20, 0xe9]));
    await writeFile(join(folder, 'huge.yaml'), '#'.repeat(200_001));
    const {err} = await call(['validate', 'binary.yaml', 'latin1.yaml', 'huge.yaml'], {cwd: folder});
    expect(err).toBe(
      'binary.yaml: is not a text file in UTF-8\nlatin1.yaml: is not a text file in UTF-8\n' +
        'huge.yaml: is too large for a config: at most 200000 bytes (got 200001)\n',
    );
  });

  test('names the option that set a wrong value', async () => {
    const {err} = await call(['validate', METRICS_CONFIG, '--fidelity', 'item', '--set', 'worlds=[treshold]']);
    expect(err.split('\n')[0]).toMatch(
      /^--set worlds=\[treshold\]: worlds\[0\]: unknown name \(got treshold\); .* did you mean 'threshold'\?$/,
    );
    expect(err.split('\n')[1]).toBe(
      "--fidelity: unknown name (got item); allowed: items, surrogate, expected; did you mean 'items'?",
    );
  });

  test('gives machines every fault with its place', async () => {
    const {code, out} = await call(['validate', METRICS_CONFIG, '--set', 'metrics=[acc]', '--json']);
    const [result] = JSON.parse(out) as [{ok: boolean; faults: {code: string; key: string; file: string}[]}];
    expect([code, result.ok]).toEqual([1, false]);
    expect(result.faults).toEqual([
      expect.objectContaining({code: 'unknown-name', key: 'metrics[0]', file: '--set metrics=[acc]'}),
    ]);
  });
});

describe('list', () => {
  const all = {
    populations: POPULATIONS,
    laws: LAWS,
    curves: CURVES,
    worlds: WORLDS,
    benchmarks: BENCHMARKS,
    metrics: METRICS,
    figures: FIGURES,
    quantities: QUANTITIES,
    references: REFERENCE_LISTS,
  };

  test.each(LISTS)('shows every entry of %s, to people and to machines', async (what) => {
    const [text, json] = [await call(['list', what]), await call(['list', what, '--json'])];
    const names = (JSON.parse(json.out) as {name: string}[]).map(({name}) => name);
    for (const {name} of all[what]) {
      expect(names).toContain(name);
      expect(text.out).toMatch(new RegExp(`^ {2}${name.replace('.', '\\.')} `, 'm'));
    }
    expect([text.code, json.code, text.err, json.err]).toEqual([0, 0, '', '']);
  });

  test('of everything holds each registry', async () => {
    const entries = JSON.parse((await call(['list', '--json'])).out) as {registry: string}[];
    expect([...new Set(entries.map(({registry}) => registry))]).toEqual([...LISTS]);
  });

  test('tells of a metric its range, direction, chance and continuity', async () => {
    const entries = JSON.parse((await call(['list', 'metrics', '--json'])).out) as {name: string}[];
    expect(entries.find(({name}) => name === 'brierScore')).toEqual(
      expect.objectContaining({range: [0, 2], direction: 'lower', chance: 0.75, guess: '1 - 1/K', continuous: true}),
    );
    const rows = (await call(['list', 'metrics'])).out.split('\n');
    const row = (name: string) => rows.find((line) => line.startsWith(`  ${name} `));
    expect(row('accuracy')).toContain(' chance 1/K ');
    expect(row('passUntil')).toContain(' chance 0 ');
    expect(row('perTokenLoss')).toContain(' chance none ');
  });
});

describe('explain', () => {
  test('counts the study before anything runs', async () => {
    const {code, out} = await call(['explain', METRICS_CONFIG, '--replicates', '10', '--workers', '2', '--json']);
    const {design, threads, truth, losses} = JSON.parse(out);
    expect([code, threads]).toEqual([0, 2]);
    // 107 + 71 + 59 checkpoints; 4 options of 14042 and of 1346 questions.
    expect(design).toEqual(
      expect.objectContaining({
        worlds: 2,
        runs: 3,
        checkpoints: 237,
        benchmarks: 2,
        replicates: 10,
        cells: 4740,
        choiceEvaluations: 2 * 10 * 237 * 4 * (14042 + 1346),
      }),
    );
    expect(truth).toContainEqual(
      expect.objectContaining({world: 'threshold', benchmark: 'mmlu', onset: 2.107, width: 0}),
    );
    expect(truth).toContainEqual(expect.objectContaining({world: 'smooth', benchmark: 'mmlu', onset: null}));
    expect(losses[0]).toBeLessThan(losses[1]);
  });

  test('names the figures that will be drawn, in their order, and warns as run does', async () => {
    const args = ['explain', METRICS_CONFIG, '--set', 'figures=[zip, profile]', '--set', 'resamples=19'];
    const {code, out, err} = await call(args);
    expect([code, out.match(/Figures\n(( {2}.*\n)+)/)![1]]).toEqual([
      0,
      '  zip      Coverage of the onset over replicates\n  profile  Where the data place onset and width\n',
    ]);
    expect(err).toBe(
      'warning: --set resamples=19: no p-value of a bootstrap can fall below 0.05 with fewer than 20 resamples (got 19)\n',
    );
    expect(JSON.parse((await call([...args, '--json'])).out).figures).toEqual(['zip', 'profile']);
  });

  test('says how many tokens a step takes where losses are all there is', async () => {
    const population = async (name: string) =>
      /Population .*/.exec((await call(['explain', `configs/${name}`])).out)![0];
    expect(await population('chinchilla/fit.yaml')).toContain('; 2.1M tokens per step.');
    expect(await population('kaplan2020/fig10.yaml')).toContain('; 16.4k to 4.19M tokens per step.');
    expect(await population('du2024/metrics.yaml')).not.toContain('per step');
  });

  test('counts no evaluations where nothing is sampled', async () => {
    const {design} = JSON.parse((await call(['explain', METRICS_CONFIG, '--fidelity', 'expected', '--json'])).out);
    expect(design.choiceEvaluations).toBe(0);
  });

  test('estimates memory and disk, more of each for more replicates, and more memory for more threads', async () => {
    const needs = async (...args: string[]) => {
      const {out} = await call(['explain', METRICS_CONFIG, '--json', ...args]);
      return (JSON.parse(out) as {needs: {memory: number; disk: number}}).needs;
    };
    const [few, many, wide] = [
      await needs('--workers=2'),
      await needs('--workers=2', '--replicates=1000'),
      await needs('--workers=4'),
    ];
    expect(many.disk).toBeGreaterThan(few.disk);
    expect(many.memory).toBeGreaterThan(few.memory);
    expect(wide.memory).toBeGreaterThan(few.memory);
    expect(wide.disk).toBe(few.disk);
  });

  test.each([
    ['explain', 'memory', {memory: (): number => 1e6}, /need about [\d.]+ MB of memory, and 1 MB are free/],
    ['run', 'memory', {memory: (): number => 1e6}, /need about [\d.]+ MB of memory, and 1 MB are free/],
    [
      'explain',
      'disk',
      {disk: async (): Promise<number> => 2e3},
      /need about [\d.]+ MB of disk, and 2 kB are free at /,
    ],
    ['run', 'disk', {disk: async (): Promise<number> => 2e3}, /need about [\d.]+ MB of disk, and 2 kB are free at /],
  ] as const)('%s refuses a study that has no room in %s, with the estimate', async (command, _, machine, line) => {
    const file = join(process.cwd(), METRICS_CONFIG);
    const {code, out, err} = await call([command, file], {cwd: folder, ...machine});
    expect(code).toBe(1);
    expect(err).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out === '').toBe(command === 'run');
    expect(existsSync(join(folder, 'outputs'))).toBe(false);
  });

  test.each([
    ['3', 'the option --shard takes i/n, such as 3/16 (got 3)'],
    ['0/4', 'the first number of --shard is at least 1 and at most 4 (got 0/4)'],
    ['5/4', 'the first number of --shard is at least 1 and at most 4 (got 5/4)'],
    ['1/4/2', 'the option --shard takes i/n, such as 3/16 (got 1/4/2)'],
    ['-1/4', 'the option --shard takes i/n, such as 3/16 (got -1/4)'],
    ['0/0', 'the second number of --shard is at least 1 (got 0/0)'],
    ['3/101', 'a study cannot be cut into more shards than it has replicates, here 100 (got 3/101)'],
    ['1/1000000000', 'a study cannot be cut into more shards than it has replicates, here 100 (got 1/1000000000)'],
  ])('run refuses the shard %s in one line', async (shard, line) => {
    const said = await call(['run', METRICS_CONFIG, `--shard=${shard}`]);
    expect(said).toEqual({code: 1, out: '', err: `mirage-lab: ${line}\n`});
  });

  test('counts the fits of recovered laws into the time, those of every form that can be fitted', async () => {
    const secondsOf = async (...args: string[]) => {
      const {out} = await call(['explain', 'configs/kaplan2020/recovery.yaml', '--workers', '1', '--json', ...args]);
      return (JSON.parse(out) as {seconds: {fit: number}}).seconds.fit;
    };
    const [once, twice] = [await secondsOf('--replicates', '1'), await secondsOf('--replicates', '2')];
    expect(once).toBeGreaterThan(0.1);
    expect(twice).toBeCloseTo(2 * once, 9);
    for (const {law} of FITTABLES) {
      const one = {fit: law.name, population: {name: '', source: '', runs: RUNS}, resamples: 0};
      expect(recoverySeconds([one])).toBeGreaterThan(0);
      expect(recoverySeconds([{...one, resamples: 9}])).toBeGreaterThan(recoverySeconds([one]));
    }
  });

  test('counts one of a thing without a plural', async () => {
    const {out} = await call(['explain', METRICS_CONFIG, '--replicates', '1', '--workers', '1']);
    expect(out).toContain('; threads: 1\n');
    expect(out).toContain('replicates: 1, seed');
    expect(out).not.toMatch(/\b1 (threads|replicates)/);
  });

  test('shows truth, sources and the five parts of ADEMP in both languages', async () => {
    const [en, zh] = [await call(['explain', METRICS_CONFIG]), await call(['explain', METRICS_CONFIG, '--lang', 'zh'])];
    for (const part of [
      'eta 2.107, w 0',
      'Aims',
      'Data-generating mechanisms',
      'Estimands',
      'Methods',
      'Performance measures',
      'arXiv:2403.15796',
    ]) {
      expect(en.out).toContain(part);
    }
    expect(zh.out).toContain('各世界及其真值');
  });

  test('marks what is illustrative', async () => {
    const {out} = await call(['explain', 'configs/du2024/fig1.yaml']);
    expect(out).toMatch(/benchmark +triviaqa .*\[illustrative: confidence/);
    expect(out).not.toMatch(/benchmark +mmlu .*\[illustrative/);
  });
});

describe('init', () => {
  test.each(['en', 'zh'])('writes a study that is right, with comments in %s', async (language) => {
    const name = `study-${language}`;
    const written = await call(['init', name, '--lang', language], {cwd: folder});
    expect([written.code, written.err]).toEqual([0, '']);
    expect((await call(['validate', `${name}.yaml`], {cwd: folder})).out).toBe(`${name}.yaml: ok\n`);
    const text = await readFile(join(folder, `${name}.yaml`), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S+mirage-lab\.schema\.json\n/);
    expect(text).toContain(language === 'zh' ? '# 一项研究' : '# A study');
  });

  test('keeps a file that is there unless forced', async () => {
    const file = join(folder, 'mine.yaml');
    await writeFile(file, 'mine');
    expect(await call(['init', 'mine'], {cwd: folder})).toEqual({
      code: 1,
      out: '',
      err: 'mirage-lab: mine.yaml exists: choose another name, or overwrite it with --force\n',
    });
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect((await call(['init', 'mine', '--force'], {cwd: folder})).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('name: mine');
  });

  test('quotes a name that YAML would read as something else', async () => {
    expect((await call(['init', '2024'], {cwd: folder})).code).toBe(0);
    expect((await call(['validate', '2024.yaml'], {cwd: folder})).code).toBe(0);
  });
});
