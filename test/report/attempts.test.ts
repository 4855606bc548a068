import {expect, test} from 'vitest';
import {planOf} from '../../src/engine/plan.ts';
import {recordLength} from '../../src/engine/record.ts';
import {curveInputs} from '../../src/inference/curveInputs.ts';
import {explanationOf} from '../../src/node/explanation.ts';
import {ademp} from '../../src/report/design.ts';
import {partsOf} from '../../src/report/makeStudy.ts';
import {parse} from '../config/messages.ts';

const studyOf = (metrics: string) =>
  parse(
    `name: a\npopulation: du2024-large\nbenchmarks: [gsm8k]\nmetrics: [${metrics}]\nsampling: {k: 7, successes: 4, most: 5000}\n`,
  ).experiment;
const designOf = (metrics: string, language: 'en' | 'zh') =>
  ademp(partsOf(studyOf(metrics)), language)
    .flatMap(({items}) => items)
    .join('\n');

test.each(['en', 'zh'] as const)(
  'the design tells in %s how often questions are tried, where a metric asks',
  (language) => {
    expect(designOf('passAtK', language)).toMatch(/pass@k.*100.*k = 7/);
    expect(designOf('passAtK', language)).not.toContain('PassUntil');
    expect(designOf('passUntil', language)).toMatch(/PassUntil.*4.*5000/);
    expect(designOf('exactStringMatch', language)).not.toMatch(/pass@k|PassUntil/);
  },
);

test('the estimate of time grows with every metric that tries questions again, where questions are simulated', () => {
  const seconds = (metrics: string) => explanationOf(studyOf(metrics), 1).seconds.simulate;
  const [none, one, both] = ['exactStringMatch', 'passAtK', 'passAtK, passUntil'].map(seconds);
  expect(one).toBeGreaterThan(none!);
  expect(both! - one!).toBeCloseTo(one! - none!, 9);
  const expected = {...studyOf('passAtK'), fidelity: 'expected'} as const;
  expect(explanationOf(expected, 1).seconds.simulate).toBe(
    explanationOf({...studyOf('exactStringMatch'), fidelity: 'expected'}, 1).seconds.simulate,
  );
});

test('only scores that count whole questions right are shares of so many trials', () => {
  const plan = planOf(studyOf('exactStringMatch, passAtK, passUntil'));
  const inputs = curveInputs(plan, new Float64Array(recordLength(plan)));
  const trials = inputs.map(({metric, curve}) => [metric, curve.trials === null]);
  expect(Object.fromEntries(trials)).toEqual({exactStringMatch: false, passAtK: true, passUntil: true});
});
