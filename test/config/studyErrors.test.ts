import {describe, expect, test} from 'vitest';
import {METRICS} from '../../src/science/metrics/registry.ts';
import {messages, parse, SOUND} from './messages.ts';

const runs = (list: string, rest = '') => `name: a\nbenchmarks: [mmlu]\npopulation:\n  runs: [${list}]\n${rest}`;
const own = (rest: string) => `name: a\npopulation: du2024-large\nbenchmarks:\n  - {name: b, questions: 10, ${rest}}\n`;
const SMOOTH = 'curves: {smooth: {curve: linear, amplitude: 1, eta: 2}}';

const families = (rulers: string, world = 'threshold') =>
  `name: a\npopulation: du2024-large\nbenchmarks: [mmlu]\nrulers: ${rulers}\nworlds: [${world}]\n`;

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'checkpoints that do not rise',
    runs('{name: r, params: 1e9, tokens: 1e10, checkpoints: [1, 5, 3]}'),
    ['a.yaml:4:67: population.runs[0].checkpoints[2]: checkpoints must rise, after 5 (got 3)'],
  ],
  [
    'a checkpoint after the end',
    runs('{name: r, params: 1e9, tokens: 1e10, checkpoints: [1, 2e10]}'),
    [
      'a.yaml:4:64: population.runs[0].checkpoints[1]: a checkpoint after the end of training at 1e10 tokens (got 2e10)',
    ],
  ],
  [
    'a ruler of a family that there is not',
    families('{du2024-larg: {offset: 0.1}}'),
    [
      "a.yaml:4:10: rulers.du2024-larg: unknown name (got du2024-larg); allowed: du2024-large; did you mean 'du2024-large'?",
    ],
  ],
  [
    'a normalised loss without the entropy of unigrams',
    families('{du2024-large: {offset: 0.1}}', '{world: threshold, axis: normalisedLoss}'),
    [
      'a.yaml:5:35: worlds[0].axis: the normalised loss needs the unigram entropy of every family: rulers has none for du2024-large (got normalisedLoss)',
    ],
  ],
  [
    'a ruler on which losses are negative',
    families('{du2024-large: {offset: -1.9}}'),
    ['a.yaml:4:10: rulers.du2024-large: the family would print a loss that is not positive (got -0.139)'],
  ],
  [
    'two runs of one name',
    runs('{name: r, params: 1e9, tokens: 1e10}, {name: r, params: 2e9, tokens: 1e10}'),
    ['a.yaml:4:55: population.runs[1].name: the name occurs twice (got runs/r)'],
  ],
  [
    'a grid without tokens',
    'name: a\nbenchmarks: [mmlu]\npopulation: {grid: {params: 1e9}}\n',
    ['a.yaml:3:14: population.grid: give exactly one of the three keys; allowed: tokens, tokensPerParam, compute'],
  ],
  [
    'a grid of 1e12 cells',
    'name: a\nbenchmarks: [mmlu]\npopulation: {grid: {params: {from: 1e6, to: 1e11, count: 1e3}, tokens: {from: 1e6, to: 1e11, count: 1e3}, checkpoints: 1e6}}\n',
    [
      'a.yaml:3:14: population.grid: too many runs: at most 100000 (got 1000000)',
      'a.yaml:3:14: population.grid: too many cells: at most 5e7 (got 1e12)',
    ],
  ],
  [
    'too many replicates',
    'name: a\npopulation: du2024-large\nreplicates: 1000000\nbenchmarks: [mmlu, c-eval, race, hellaswag, winogrande]\n',
    ['a.yaml:3:13: replicates: too many cells: at most 1e9 (got 1.185e9)'],
  ],
  [
    'too many questions',
    'name: a\npopulation: du2024-large\nreplicates: 100000\nbenchmarks: [{preset: mmlu, questions: 10000000}]\n',
    ['a.yaml:3:13: replicates: too many choice evaluations: at most 1e14 (got 1.896e15)'],
  ],
  [
    'two runs that share their random numbers',
    runs('{name: r37688, params: 1e9, tokens: 1e10}, {name: r238126, params: 2e9, tokens: 1e10}'),
    [
      'a.yaml:4:60: population.runs[1].name: would draw the same random numbers as runs/r37688: change one of the two names (got runs/r238126)',
    ],
  ],
  [
    'two runs of a grid that share their random numbers',
    'name: a\nbenchmarks: [mmlu]\npopulation: {grid: {params: [1.959e9, 2.113e9], tokens: [8.123e12, 8.837e12]}}\n',
    [
      'a.yaml:3:14: population.grid: would draw the same random numbers as 1.959B/1.959B-8.123T: change one of the two names (got 2.113B/2.113B-8.837T)',
    ],
  ],
  [
    'two benchmarks that share their random numbers',
    'name: a\npopulation: du2024-large\nbenchmarks: [{preset: mmlu, name: r66999}, {preset: mmlu, name: r916676}]\n',
    [
      'a.yaml:3:44: benchmarks[1]: would draw the same random numbers as r66999: change one of the two names (got r916676)',
    ],
  ],
  [
    'a threshold above every loss',
    `${SOUND}worlds: [smooth, {world: threshold, eta: 9}]\n`,
    [
      'a.yaml:4:42: worlds[1].eta: eta of the world threshold on mmlu is above every loss of the population, the largest is 2.896 (got 9)',
    ],
  ],
  [
    'a threshold above every loss on one benchmark',
    `${SOUND}worlds: [{world: threshold, benchmarks: {c-eval: {eta: 9}}}]\n`,
    [
      'a.yaml:4:56: worlds[0].benchmarks.c-eval.eta: eta of the world threshold on c-eval is above every loss of the population, the largest is 2.896 (got 9)',
    ],
  ],
  [
    'a benchmark with none of the metrics',
    'name: a\npopulation: du2024-large\nbenchmarks: [mmlu, gsm8k]\nmetrics: [accuracy]\n',
    [
      'a.yaml:3:20: benchmarks[1]: none of the chosen metrics exists on this benchmark (got gsm8k); allowed: exactStringMatch, passAtK, tokenEditDistance, tokenShare, perTokenLoss, answerLogProb, passUntil',
    ],
  ],
  [
    'a metric that the fidelity cannot give',
    `${SOUND}metrics: [accuracy, passUntil]\nfidelity: surrogate\n`,
    [
      `a.yaml:4:21: metrics[1]: not available at fidelity surrogate (got passUntil); allowed: ${METRICS.filter(
        ({fidelities}) => fidelities.includes('surrogate'),
      )
        .map(({name}) => name)
        .join(', ')}`,
    ],
  ],
  [
    'a dial outside 0 to 1',
    `${SOUND}worlds:\n  - {world: threshold, dial: 1.5}\n`,
    ['a.yaml:5:30: worlds[0].dial: must be at most 1 (got 1.5)'],
  ],
  [
    'a floor that a curve reaches before it turns',
    `${SOUND}worlds:\n  - {world: bnsl, floor: 2.5}\n  - {world: quanta, middle: 1.2}\n`,
    [
      'a.yaml:5:26: worlds[0].floor: the bnsl curve on mmlu needs floor below eta: must be less than 2.107 (got 2.5)',
      'a.yaml:6:5: worlds[1].floor: the quanta curve on mmlu needs floor below middle: must be less than 1.2 (got 1.3)',
    ],
  ],
  [
    'what a dial mixes with but no dial, and dials that mix what is no performance',
    `${SOUND}worlds:\n  - {world: smooth, from: threshold}\n  - {world: quanta, dial: 0.5}\n  - {world: threshold, name: b, dial: 0.5, from: mirage}\n`,
    [
      'a.yaml:5:27: worlds[0].from: says what a dial mixes with, but there is no `dial` (got threshold)',
      'a.yaml:6:27: worlds[1].dial: a dial mixes performances, and the quanta curve of mmlu gives no single one',
      'a.yaml:7:50: worlds[2].from: a dial mixes performances, and the token curve of mmlu gives no single one',
    ],
  ],
  [
    'a format that the benchmark does not have',
    'name: a\npopulation: du2024-large\nbenchmarks: [{preset: gsm8k, format: cloze}, {preset: mmlu, format: letters}]\n',
    [
      "a.yaml:3:69: benchmarks[1].format: unknown name (got letters); allowed: lettered, cloze; did you mean 'lettered'?",
    ],
  ],
  [
    'a format of open answers',
    'name: a\npopulation: du2024-large\nbenchmarks: [{preset: gsm8k, format: cloze}]\nmetrics: [exactStringMatch]\n',
    ['a.yaml:3:38: benchmarks[0].format: open answers have no format: gsm8k is no multiple choice (got cloze)'],
  ],
  [
    'a world that the surrogate cannot draw',
    `${SOUND}fidelity: surrogate\nworlds: [smooth, u-shaped]\n`,
    [
      'a.yaml:5:18: worlds[1]: the surrogate draws worlds in which performance is one function of the loss, at least chance; the u-shaped curve is not: use fidelity items (got u-shaped)',
    ],
  ],
  [
    'too few questions for the surrogate, answers that persist, or answers of several tokens',
    'name: a\npopulation: du2024-large\nfidelity: surrogate\nbenchmarks:\n  - {preset: mmlu, questions: 399}\n  - {preset: c-eval, persistence: 0.1}\n  - {preset: gsm8k, open: 5}\nmetrics: [accuracy, exactStringMatch]\n',
    [
      'a.yaml:5:31: benchmarks[0].questions: fidelity surrogate needs at least 400 questions on mmlu: means of fewer are too skewed, and items is quick (got 399)',
      'a.yaml:6:35: benchmarks[1].persistence: fidelity surrogate draws the answers of c-eval anew at every checkpoint and knows no persistence: use items (got 0.1)',
      'a.yaml:7:27: benchmarks[2].open: fidelity surrogate draws open answers of one token, and those of gsm8k are longer: use items (got 5)',
    ],
  ],
  [
    'a loss per token where an answer is never right',
    'name: a\npopulation: du2024-large\nworlds: [smooth, {world: threshold, curve: linear, eta: 2.1, amplitude: 1}]\nbenchmarks: [{preset: gsm8k, open: 5}]\nmetrics: [exactStringMatch, perTokenLoss]\n',
    [
      'a.yaml:5:29: metrics[1]: the metric has no value where world threshold says that an answer of gsm8k is never right: leave it out, or choose a curve with a base (got perTokenLoss)',
    ],
  ],
  [
    'pass@k of more than the samples',
    'name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\nmetrics: [passAtK]\nsampling: {samples: 20, k: 21}\n',
    ['a.yaml:5:28: sampling.k: pass@k takes k of the samples of a question: must be at most 20, the samples (got 21)'],
  ],
  [
    'fewer samples than the k that nobody set',
    'name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\nmetrics: [passAtK]\nsampling:\n  samples: 5\n',
    ['a.yaml:5:1: sampling.k: pass@k takes k of the samples of a question: must be at most 5, the samples (got 10)'],
  ],
  [
    'an end of PassUntil before its right answers',
    'name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\nmetrics: [passUntil]\nsampling: {successes: 5, most: 4}\n',
    ['a.yaml:5:32: sampling.most: the attempts of PassUntil end there: must be at least 5, the successes (got 4)'],
  ],
  [
    'one right answer, from which PassUntil learns nothing',
    'name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\nmetrics: [passUntil]\nsampling: {successes: 1}\n',
    ['a.yaml:5:23: sampling.successes: must be at least 2 (got 1)'],
  ],
  [
    'repeated attempts at the surrogate',
    'name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\nmetrics: [passUntil]\nfidelity: surrogate\n',
    [
      `a.yaml:4:11: metrics[0]: not available at fidelity surrogate (got passUntil); allowed: ${METRICS.filter(
        ({fidelities}) => fidelities.includes('surrogate'),
      )
        .map(({name}) => name)
        .join(', ')}`,
    ],
  ],
  [
    'an inline benchmark without curves',
    'name: a\npopulation: du2024-large\nbenchmarks: [{name: mine, open: 5, questions: 500}]\nmetrics: [exactStringMatch]\n',
    ['a.yaml:3:14: benchmarks[0].curves: the key curves is missing'],
  ],
  [
    'a world twice',
    `${SOUND}worlds: [smooth, smooth]\n`,
    ['a.yaml:4:18: worlds[1]: the name occurs twice (got smooth)'],
  ],
  [
    'a benchmark twice',
    'name: a\npopulation: du2024-large\nbenchmarks: [mmlu, {preset: mmlu, questions: 5}]\n',
    ['a.yaml:3:20: benchmarks[1]: the name occurs twice (got mmlu)'],
  ],
  [
    'a curve without its numbers',
    `${SOUND}worlds: [{world: threshold, curve: power, amplitude: 2}]\n`,
    [
      'a.yaml:4:10: worlds[0]: the power curve on mmlu needs values for eta, power',
      'a.yaml:4:10: worlds[0]: the power curve on c-eval needs values for eta, power',
    ],
  ],
  [
    'a number that no curve has',
    `${SOUND}worlds: [{world: smooth, eta: 2}]\n`,
    [
      'a.yaml:4:26: worlds[0].eta: not a parameter of the gompertz curve (got eta); allowed: amplitude, middle, scale, base',
    ],
  ],
  [
    'changes for a world that is not there',
    'name: a\npopulation: du2024-large\nworlds: [threshold]\nbenchmarks: [{preset: mmlu, worlds: {treshold: {eta: 2}}}]\n',
    [
      "a.yaml:4:38: benchmarks[0].worlds.treshold: unknown name (got treshold); allowed: threshold; did you mean 'threshold'?",
    ],
  ],
  [
    'no kind of answer',
    own(SMOOTH),
    ['a.yaml:4:5: benchmarks[0]: give exactly one of the two keys; allowed: options, open'],
  ],
  [
    'two kinds of answer',
    own(`options: 4, open: 1, ${SMOOTH}`),
    ['a.yaml:4:5: benchmarks[0]: give exactly one of the two keys; allowed: options, open'],
  ],
  [
    'confidence that falls',
    own(`options: 4, ${SMOOTH}, confidence: {early: {size: 0, middle: 2, scale: 1}, learned: [[0, 1], [1, 0.5]]}`),
    ['a.yaml:4:151: benchmarks[0].confidence.learned: both columns of the points must rise'],
  ],
  [
    'a law without a sensible loss',
    `${SOUND}loss: {form: chinchilla, A: 1.0e+300}\n`,
    [
      'a.yaml:4:1: loss: the loss law gives an impossible loss for du2024-large/1.5B at 2.753e10 tokens (got 6.435e296)',
    ],
  ],
];

describe('a study', () => {
  test('a ruler is judged by the losses of its own family', () => {
    const list =
      '{family: large, name: r, params: 1e11, tokens: 1e13}, {family: small, name: r, params: 1e8, tokens: 1e10}';
    const offset = (family: string) => messages(runs(list, `rulers: {${family}: {offset: -2}}\n`));
    expect(offset('small')).toEqual([]);
    expect(offset('large')[0]).toMatch(/rulers\.large: the family would print a loss that is not positive/);
  });

  test.each(CASES)('with %s is refused at its place', (_, text, lines) => {
    expect(messages(text)).toEqual(lines);
  });

  test('of a thousand replicates with three metrics is accepted', () => {
    expect(parse(`${SOUND}replicates: 1000\n`).experiment.metrics).toHaveLength(3);
  });

  test('with names that every object has is read with its own changes alone', () => {
    const {worlds, benchmarks} = parse(
      'name: toString\npopulation: du2024-large\nbenchmarks: [{preset: mmlu, name: valueOf, worlds: {}}]\n' +
        'worlds: [{world: threshold, name: constructor, benchmarks: {valueOf: {eta: 2.2}}}, {world: threshold, name: hasOwnProperty, benchmarks: {}}]\n',
    ).experiment;
    expect(benchmarks.map(({name}) => name)).toEqual(['valueOf']);
    expect(worlds.map(({name, curves}) => [name, curves.valueOf])).toEqual([
      ['constructor', {curve: 'saturating', values: {amplitude: 0.859, eta: 2.2, scale: 0.358}}],
      ['hasOwnProperty', {curve: 'saturating', values: {amplitude: 0.859, eta: 2.107, scale: 0.358}}],
    ]);
  });

  test('whose threshold lies below every loss is warned about', () => {
    const {warnings} = parse(`${SOUND}worlds: [{world: threshold, eta: 1.2}]\n`);
    expect(warnings.map(({code, key, line}) => [code, key, line])).toEqual([['threshold-below', 'worlds[0].eta', 4]]);
  });

  test('with a metric that none of its benchmarks has is warned about', () => {
    const {warnings} = parse(`${SOUND}metrics: [accuracy, exactStringMatch]\n`);
    expect(warnings.map(({code, key}) => [code, key])).toEqual([['metric-unused', 'metrics[1]']]);
  });

  test('with repeated attempts that no metric reads is warned about', () => {
    const codes = (more: string) =>
      parse(`name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\n${more}`).warnings.map(({code, line, key}) => [
        code,
        line,
        key,
      ]);
    expect(codes('metrics: [exactStringMatch]\nsampling: {k: 5}\n')).toEqual([['sampling-unused', 5, 'sampling']]);
    expect(codes('metrics: [passAtK]\nsampling: {k: 5}\n')).toEqual([]);
    expect(codes('metrics: [exactStringMatch]\n')).toEqual([]);
  });

  test('bootstraps whose p-values cannot fall below 5 %', () => {
    const codes = (resamples: number) => parse(`${SOUND}resamples: ${resamples}\n`).warnings.map(({code}) => code);
    expect([0, 1, 19, 20].map(codes)).toEqual([[], ['resamples-few'], ['resamples-few'], []]);
  });
});
