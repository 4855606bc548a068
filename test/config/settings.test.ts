import {describe, expect, test} from 'vitest';
import {parsePath} from '../../src/config/settings.ts';
import {messages, parse, SOUND} from './messages.ts';

const set = (...sets: string[]) => parse(SOUND, sets).experiment;

const KEYS =
  'name, question, seed, replicates, resamples, population, loss, rulers, noise, benchmarks, worlds, metrics, sampling, fidelity, figures, references, verdict';

describe('--set', () => {
  test('replaces a value that the file gives', () => {
    expect(set('name=other').name).toBe('other');
  });

  test('adds a value that the file does not give, in a mapping that is not there yet', () => {
    expect(set('noise.run=0.02').noise).toEqual({
      run: 0.02,
      checkpoint: 0.005,
      correlation: 0.7,
      evaluation: 1,
      evaluationCorrelation: 0,
      loss: 0,
    });
  });

  test('reads its value as YAML', () => {
    expect(set('worlds=[smooth]', 'metrics=[accuracy, margin]').metrics).toEqual(['accuracy', 'margin']);
  });

  test('changes a number of a preset that the file only names', () => {
    const {benchmarks, worlds, loss} = set(
      'benchmarks[0].questions=100',
      'worlds=[threshold]',
      'worlds.0.eta=2.2',
      'loss.E=1.4',
    );
    expect(benchmarks[0]!.questions).toBe(100);
    expect(worlds[0]!.curves.mmlu!.values.eta).toBe(2.2);
    expect(loss).toEqual(
      expect.objectContaining({form: 'du2024', values: expect.objectContaining({E: 1.4, beta: 0.4244})}),
    );
  });

  test('changes a form of a loss law that the file only names', () => {
    expect(set('loss=chinchilla', 'loss.E=1.9').loss.values).toEqual(expect.objectContaining({E: 1.9, A: 482.01}));
  });

  test('keeps a seed of many digits as it is written', () => {
    expect(set('seed=12345678901234567890').seed).toBe('12345678901234567890');
    expect(set('seed=007').seed).toBe('007');
  });

  test('lets the last of two values win', () => {
    expect(set('replicates=2', 'replicates=3').replicates).toBe(3);
  });

  test('leaves the places of the values in the file as they are', () => {
    expect(messages(`${SOUND}replicates: 0\n`, ['noise.run=0.02', 'name=b'])).toEqual([
      'a.yaml:4:13: replicates: must be at least 1 (got 0)',
    ]);
  });

  test.each([
    [
      'noise.rnu=0.1',
      "--set noise.rnu=0.1: unknown key (got rnu); allowed: run, checkpoint, correlation, evaluation, evaluationCorrelation, loss; did you mean 'run'?",
    ],
    [
      'replicates',
      '--set replicates: expected key=value, with a key such as noise.run or worlds[0].eta (got --set replicates)',
    ],
    ['benchmarks[5].questions=3', '--set benchmarks[5].questions=3: nothing can be set under benchmarks[5]'],
    ['name.first=3', '--set name.first=3: nothing can be set under name'],
    ['metrics=[a', '--set metrics=[a: the value is not valid YAML (got [a)'],
    ['metrics=*a', '--set metrics=*a: the value is not valid YAML (got *a)'],
    [
      'noise["\\x"]=1',
      '--set noise["\\x"]=1: expected key=value, with a key such as noise.run or worlds[0].eta (got --set noise["\\x"]=1)',
    ],
    ['toString.x=1', `--set toString.x=1: unknown key (got toString); allowed: ${KEYS}`],
    ['constructor.name=1', `--set constructor.name=1: unknown key (got constructor); allowed: ${KEYS}`],
    ['__proto__.x=1', `--set __proto__.x=1: unknown key (got __proto__); allowed: ${KEYS}`],
    ['verdict.margin=-1', '--set verdict.margin=-1: must be greater than 0 (got -1)'],
  ])('%s is refused by the name of the option', (text, line) => {
    expect(messages(SOUND, [text])).toEqual([line]);
  });

  test('that replaces the anchor of an alias is told where the alias is', () => {
    expect(messages(`${SOUND}noise: {run: &n 0.02, checkpoint: *n}\n`, ['noise.run=0.03'])).toEqual([
      'a.yaml:4:35: an alias without an anchor (got n)',
    ]);
  });

  test('reads a key that contains a dot in brackets and quotes', () => {
    expect(parsePath('benchmarks[1].worlds["threshold-2.2"].eta')).toEqual([
      'benchmarks',
      1,
      'worlds',
      'threshold-2.2',
      'eta',
    ]);
    expect(parsePath('a..b')).toBeNull();
    expect(parsePath('')).toBeNull();
  });
});
