import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {partsOf} from '../../src/report/makeStudy.ts';

/** What each world of a config is about, in one language. */
function abouts(worlds: string, language: 'en' | 'zh' = 'en', benchmarks = '[mmlu, c-eval]'): string[] {
  const text = `name: a\npopulation: du2024-large\nbenchmarks: ${benchmarks}\nworlds: ${worlds}\n`;
  return partsOf(parseConfig(text, {figures: ['metric-panels']}).experiment).worlds.map(({about}) => about[language]);
}

describe('a world with a threshold', () => {
  test('is said to be calibrated, or where the paper has it, as long as its thresholds are those of the presets', () => {
    const [own, stated] = abouts('[threshold, threshold-2.2]');
    expect(own).toContain('about 2.1 as calibrated');
    expect(stated).toContain('as the paper states by eye');
  });

  test('names the threshold that a config sets', () => {
    const worlds = '[{world: threshold, eta: 2.3}, {world: threshold-2.2, eta: 2.15}]';
    expect(abouts(worlds)).toEqual([
      'chance until the loss falls below a threshold (2.3), then a rise with a corner',
      'the threshold world with the threshold at 2.15',
    ]);
    expect(abouts(worlds, 'zh')).toEqual([
      '损失降到阈值（2.3）以下之前是随机水平，之后带拐角上升',
      '阈值世界（阈值：2.15）',
    ]);
  });

  test('names the thresholds by benchmark where they differ', () => {
    const [own] = abouts('[{world: threshold, benchmarks: {mmlu: {eta: 2.15}}}]');
    expect(own).toContain('a threshold (2.15 on MMLU, 2.093 on C-Eval)');
  });

  test('names the threshold that a benchmark of a config brings', () => {
    const [own] = abouts(
      '[threshold]',
      'en',
      '[{preset: mmlu, curves: {threshold: {curve: linear, amplitude: 1, eta: 2.05}}}]',
    );
    expect(own).toContain('a threshold (2.05)');
  });

  test('mixed with another world names the threshold within the mixture', () => {
    const [mixed] = abouts('[{world: threshold, name: half, dial: 0.5, from: smooth, eta: 2.2}]');
    expect(mixed).toContain(
      '0.5 of the performance comes from a world of chance until the loss falls below a threshold (2.2)',
    );
  });
});
