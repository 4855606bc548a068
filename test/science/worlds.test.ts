import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {CEILING, type CurveChoice} from '../../src/science/curve.ts';
import {tunedThreshold} from '../../src/science/curves/elicitation.ts';
import {memoryShare, rememberedExamples} from '../../src/science/curves/grokking.ts';
import {CURVES, formOf, isSimple, shownBy, truthOf, vanishes} from '../../src/science/curves/registry.ts';
import type {Shown} from '../../src/science/latent.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';
import {defaultsOf} from '../../src/science/worlds/world.ts';
import {checkpointAt, performanceOf, shownAt} from './shown.ts';

const benchmark = (name: string) => BENCHMARKS.find((entry) => entry.name === name)!;
const curveIn = (world: string, name = 'mmlu', changes: CurveChoice['values'] = {}): CurveChoice => {
  const choice = WORLDS.find((entry) => entry.name === world)!.curve(benchmark(name));
  return {...choice, values: {...choice.values, ...changes}};
};
const performances = (shown: Shown): number[] =>
  typeof shown === 'number' ? [shown] : 'token' in shown ? [shown.token] : [shown.first, shown.rest];

describe('every world', () => {
  test.each(WORLDS.map((world) => [world.name, world] as const))(
    '%s gives every benchmark a complete curve',
    (_, world) => {
      for (const one of BENCHMARKS) {
        const {curve, values} = world.curve(one);
        const form = formOf({curve});
        expect(
          Object.keys(form.parameters).filter(
            (key) => values[key] === undefined && form.parameters[key]!.default === undefined,
          ),
        ).toEqual([]);
        expect(Object.keys(values).filter((key) => !form.parameters[key])).toEqual([]);
      }
    },
  );

  test.each(WORLDS.map((world) => [world.name, world] as const))(
    '%s stays between never right and the ceiling',
    (_, world) => {
      const shown = shownBy(world.curve(benchmark('mmlu')));
      const place = fc.record({
        loss: fc.double({min: 0.5, max: 11, noNaN: true}),
        N: fc.double({min: 1e3, max: 1e13, noNaN: true}),
        D: fc.double({min: 1e6, max: 1e14, noNaN: true}),
        luck: fc.double({min: 1e-9, max: 1 - 1e-9, noNaN: true}),
      });
      fc.assert(
        fc.property(place, ({loss, ...rest}) => {
          const at = shown(checkpointAt(loss, rest));
          for (const value of performances(at)) {
            expect(value).toBeGreaterThanOrEqual(-1);
            expect(value).toBeLessThanOrEqual(typeof at === 'number' || 'share' in at ? CEILING : 1);
          }
          if (typeof at === 'object' && 'share' in at) {
            expect(at.share).toBeGreaterThanOrEqual(0);
            expect(at.share).toBeLessThanOrEqual(1);
          }
        }),
      );
    },
  );

  test('says truly whether it depends on the loss alone and may vanish', () => {
    for (const {curve} of WORLDS.map((world) => world.curve(benchmark('mmlu')))) {
      const form = formOf({curve});
      const shown = shownBy(
        defaultsOf(curve, curveIn(WORLDS.find((w) => w.curve(benchmark('mmlu')).curve === curve)!.name).values),
      );
      const losses = Array.from({length: 120}, (_, i) => 1.4 + 0.02 * i);
      const small = losses.map((loss) => shown(checkpointAt(loss, {N: 1e8, D: 1e10, luck: 0.1})));
      const large = losses.map((loss) => shown(checkpointAt(loss, {N: 1e11, D: 1e13, luck: 0.9})));
      const same = JSON.stringify(small) === JSON.stringify(large);
      if (form.simple) expect(same).toBe(true);
      if (form.simple) expect(small.every((at) => performances(at).every((value) => value >= 0))).toBe(true);
      const zero = [...small, ...large].some((at) => performances(at).some((value) => value <= 0));
      if (!form.vanishes) expect(zero).toBe(false);
    }
  });
});

describe('the worlds of the loss', () => {
  const names = [
    'threshold',
    'threshold-2.2',
    'smooth',
    'smooth-logistic',
    'smooth-gompertz',
    'smooth-exponential',
    'bnsl',
    'fine-tuning',
    'format',
    'subtasks',
  ];

  test.each(names)('%s rises as the loss falls, and is 0 above a threshold', (name) => {
    for (const {name: id, answer} of BENCHMARKS) {
      const choice = curveIn(name, id);
      const f = performanceOf(choice);
      const onset = truthOf(choice, answer.kind)!.onset;
      for (let loss = 1.5; loss < 3; loss += 0.05) {
        expect(f(loss)).toBeGreaterThanOrEqual(f(loss + 0.05));
        if (formOf(choice).threshold && loss >= onset!) expect(f(loss)).toBe(0);
      }
    }
  });

  test('the calibrated thresholds are 2.107 and 2.093, and the variant by eye 2.2', () => {
    const truths = ['threshold', 'threshold-2.2'].map((name) =>
      ['mmlu', 'c-eval'].map((id) => truthOf(curveIn(name, id), 'choice')!.onset),
    );
    expect(truths).toEqual([
      [2.107, 2.093],
      [2.2, 2.2],
    ]);
  });
});

describe('the mirage world', () => {
  test('has the accuracies of Schaeffer et al. 2023: 0.03125 to 0.95099 at five tokens for p from 0.5 to 0.99', () => {
    const losses = [0.5, 0.7, 0.8, 0.9, 0.99].map((p) => -Math.log(p));
    const token = losses.map(
      (loss) => shownAt(curveIn('mirage', 'mmlu', {slope: 1, floor: 0}))(loss) as {token: number},
    );
    expect(token.map(({token: p}) => Number((p ** 5).toFixed(5)))).toEqual([
      0.03125, 0.16807, 0.32768, 0.59049, 0.95099,
    ]);
  });
});

describe('the sub-task world', () => {
  test('turns 40 % and 60 % in each of five sub-skills into 1.02 % and 7.78 %', () => {
    const f = performanceOf(curveIn('subtasks', 'mmlu', {low: 0.4, high: 0.6, middle: 2, scale: 0.001}));
    expect([f(3), f(1.5)].map((p) => Number((100 * p).toFixed(2)))).toEqual([1.02, 7.78]);
  });
});

describe('the grokking world', () => {
  const {values} = defaultsOf('grokking', {m0: 0.3, reference: 1e9});

  test('a model with 127 times the parameters remembers 70 of 100 examples where the small one remembers 30', () => {
    const large = 1e9 * 10 ** (0.4 / 0.19);
    expect([1e9, large].map((N) => 100 * memoryShare(values, N))).toEqual([30, expect.closeTo(70, 10)]);
    const share = {...values, share: 100 / 1e12};
    expect([1e9, large].map((N) => rememberedExamples(share, {N, D: 1e12}))).toEqual([
      expect.closeTo(30, 10),
      expect.closeTo(70, 10),
    ]);
  });

  test('the share gains 19 points per tenfold parameters and stays in [0, 1]', () => {
    expect(memoryShare(values, 1e10) - memoryShare(values, 1e9)).toBeCloseTo(0.19, 12);
    expect([1, 1e30].map((N) => memoryShare(values, N))).toEqual([0, 1]);
  });

  test('half of the ability is there at the critical number of examples, by data or by memory', () => {
    const shown = shownBy({curve: 'grokking', values});
    const D = values.critical! / (values.share! * memoryShare(values, 6e9));
    expect(shown(checkpointAt(2, {N: 6e9, D}))).toBeCloseTo(values.amplitude! / 2, 12);
    expect(shown(checkpointAt(2, {N: 6e10, D}))).toBeGreaterThan(values.amplitude! / 2);
    expect(shown(checkpointAt(2, {N: 6e9, D: 2 * D}))).toBeGreaterThan(values.amplitude! / 2);
  });
});

describe('the U-shaped world', () => {
  test('falls below chance before it rises, and without a distractor it only rises', () => {
    const f = performanceOf(curveIn('u-shaped'));
    expect(f(2.75)).toBeGreaterThan(-0.01);
    expect(f(2.2)).toBeLessThan(-0.3);
    expect(f(1.8)).toBeGreaterThan(0.5);
    const plain = performanceOf(curveIn('u-shaped', 'mmlu', {depth: 0}));
    for (let loss = 1.7; loss < 2.8; loss += 0.05) expect(plain(loss)).toBeGreaterThanOrEqual(plain(loss + 0.05));
  });
});

test.each(['u-shaped', 'mixture'])(
  'in the world %s open answers do not fall below their chance, which is 0',
  (name) => {
    const shown = shownAt(curveIn(name, 'gsm8k'));
    for (let loss = 1.6; loss < 2.9; loss += 0.02) {
      for (const value of performances(shown(loss))) expect(value).toBeGreaterThanOrEqual(0);
    }
  },
);

describe('the format world', () => {
  test('lettered questions stay at chance until the format is learnt, cloze ones of the same knowledge do not', () => {
    const world = WORLDS.find(({name}) => name === 'format')!;
    const [lettered, cloze] = (['lettered', 'cloze'] as const).map((format) =>
      world.curve({...benchmark('mmlu'), format}),
    );
    const [a, b] = [performanceOf(lettered!), performanceOf(cloze!)];
    expect(truthOf(lettered!, 'choice')).toEqual({onset: 2.107, width: 0});
    expect(truthOf(cloze!, 'choice')).toEqual({onset: null, width: null});
    expect([a(2.107), a(2.5)]).toEqual([0, 0]);
    expect(b(2.5)).toBeGreaterThan(0.05);
    // Long after the format is learnt both show the same knowledge.
    expect(a(0.9) / b(0.9)).toBeCloseTo(1, 2);
  });
});

describe('the world of easy and hard questions', () => {
  test('opposite trends cancel in the mean accuracy of four options until both rise', () => {
    const shown = shownAt(curveIn('mixture'));
    const accuracy = (p: number): number => 0.25 + (p < 0 ? 0.25 : 0.75) * p;
    for (let loss = 2.2; loss < 2.8; loss += 0.02) {
      const {share, first, rest} = shown(loss) as {share: number; first: number; rest: number};
      expect(share * accuracy(first) + (1 - share) * accuracy(rest)).toBeCloseTo(0.25, 1);
    }
    const {first, rest} = shown(2.3) as {first: number; rest: number};
    expect([first > 0.05, rest < -0.15]).toEqual([true, true]);
  });
});

describe('elicitation', () => {
  test('a prompt helps below its loss only, and may do harm above it', () => {
    const direct = performanceOf(curveIn('elicitation', 'mmlu', {amplitude: 1e-9}));
    const prompted = performanceOf(curveIn('elicitation'));
    const harmful = performanceOf(curveIn('elicitation', 'mmlu', {harm: 0.2}));
    expect([prompted(2.107) - direct(2.107), prompted(2.6) - direct(2.6)]).toEqual([0, 0]);
    expect(prompted(1.9) - direct(1.9)).toBeGreaterThan(0.2);
    expect(harmful(2.6)).toBeLessThan(-0.05);
  });

  test('fine-tuning moves the threshold with the logarithm of the examples, and none leaves it', () => {
    const {values} = curveIn('fine-tuning');
    expect(tunedThreshold({...values, examples: 0})).toBe(2.107);
    const [a, b] = [1e5, 1e6].map((examples) => tunedThreshold({...values, examples, few: 1}));
    expect(b! - a!).toBeCloseTo(0.015 * Math.log(10), 6);
  });
});

describe('the lottery', () => {
  test('a run is in one lump or the other, and the share of successes is the chance', () => {
    const shown = shownBy(curveIn('lottery'));
    const runs = Array.from({length: 1000}, (_, i) => shown(checkpointAt(2, {luck: (i + 0.5) / 1000})) as number);
    expect(new Set(runs)).toEqual(new Set([0, 0.5]));
    // Even steps of luck: the count is off by less than one.
    expect(Math.abs(runs.filter((value) => value > 0).length - 1000 / (1 + Math.exp(-0.1 / 0.12)))).toBeLessThan(1);
  });

  test('a run that has broken through stays so', () => {
    const shown = shownBy(curveIn('lottery'));
    const along = Array.from({length: 50}, (_, i) => shown(checkpointAt(2.7 - 0.02 * i, {luck: 0.4})) as number);
    expect(along).toEqual([...along].sort((a, b) => a - b));
  });

  test('nothing is planted in it that sharp or soft would describe', () => {
    expect(truthOf(curveIn('lottery'), 'choice')).toBeNull();
  });
});

describe('the quanta world', () => {
  test('half of the questions are known at `middle`, and the number of skills has the exponent alpha', () => {
    const shown = shownAt(curveIn('quanta', 'mmlu', {spread: 1}));
    const n = (loss: number): number => {
      const {share} = shown(loss) as {share: number};
      return share / (1 - share);
    };
    expect((shown(1.9) as {share: number}).share).toBeCloseTo(0.5, 12);
    // L - floor ~ n^-alpha, floor 1.3 and alpha 0.3.
    const slope = Math.log((1.7 - 1.3) / (2.5 - 1.3)) / Math.log(n(1.7) / n(2.5));
    expect(slope).toBeCloseTo(-0.3, 10);
  });
});

describe('the broken power law', () => {
  test('is a corner at sharpness 0, with the slope of the law on one side and none on the other', () => {
    const f = performanceOf(curveIn('bnsl', 'mmlu', {sharpness: 0.001}));
    expect(f(2.2)).toBeCloseTo(0, 10);
    expect(f(1.8)).toBeCloseTo(0.75 * ((2.107 - 1.3454) / (1.8 - 1.3454) - 1), 10);
  });

  test('says how wide its bend is in nats', () => {
    expect(truthOf(curveIn('bnsl'), 'choice')!.width).toBeCloseTo(0.1 * (2.107 - 1.3454), 12);
  });
});

describe('open answers', () => {
  test('are cut at 0 where a curve falls below chance, and nobody knows that corner', () => {
    for (const world of ['u-shaped', 'mixture']) {
      expect(truthOf(curveIn(world), 'choice')).toEqual({onset: null, width: null});
      expect(truthOf(curveIn(world), 'open')).toBeNull();
    }
    expect(truthOf(curveIn('u-shaped', 'mmlu', {depth: 0}), 'open')).toEqual({onset: null, width: null});
    expect(truthOf(curveIn('elicitation'), 'open')).toEqual({onset: 2.107, width: 0});
    expect(truthOf(curveIn('elicitation', 'mmlu', {harm: 0.2}), 'open')).toBeNull();
  });
});

describe('the dial', () => {
  const mixed = (dial: number): CurveChoice => ({
    ...curveIn('threshold'),
    mix: {dial, from: curveIn('smooth-logistic')},
  });

  test('is the one world at 0, the other at 1, and between them in proportion', () => {
    const [from, to] = [performanceOf(curveIn('smooth-logistic')), performanceOf(curveIn('threshold'))];
    for (const loss of [1.8, 2, 2.1, 2.3]) {
      expect(performanceOf(mixed(0))(loss)).toBe(from(loss));
      expect(performanceOf(mixed(1))(loss)).toBe(to(loss));
      expect(performanceOf(mixed(0.3))(loss)).toBeCloseTo(0.7 * from(loss) + 0.3 * to(loss), 14);
    }
  });

  test('keeps the break of the threshold until it is turned off', () => {
    expect([0, 0.3, 1].map((dial) => truthOf(mixed(dial), 'choice')!.onset)).toEqual([null, 2.107, 2.107]);
    expect([isSimple(mixed(0.3)), vanishes(mixed(0.3)), vanishes(mixed(1))]).toEqual([true, false, true]);
    const other = {...curveIn('smooth-logistic'), mix: {dial: 0, from: curveIn('threshold')}};
    expect([vanishes(other), vanishes({...other, mix: {...other.mix, dial: 0.3}})]).toEqual([true, false]);
  });
});

test('every form of curve is followed by some world or brought by a benchmark', () => {
  const used = new Set([
    ...WORLDS.flatMap((world) => BENCHMARKS.map((one) => world.curve(one).curve)),
    ...WORLDS.map((world) => world.curve({...benchmark('mmlu'), format: 'cloze'}).curve),
  ]);
  // Two shapes of a threshold are there for configs alone.
  expect(CURVES.map(({name}) => name).filter((name) => !used.has(name))).toEqual(['linear', 'power']);
});
