import {expect, test} from 'vitest';
import {performanceVsLoss} from '../../src/report/figures/performanceVsLoss.ts';
import type {Study} from '../../src/report/study.ts';
import {sampleStudy} from './sampleStudy.ts';

const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']});
const captionOf = (one: Study, language: 'en' | 'zh'): string => performanceVsLoss.draw(one, language)[0]!.caption;

test.each([
  ['en', 'Grey rings: checkpoints of the three large runs', 'from Fig 4', 'The runs simulated here are others'],
  ['zh', '灰色圆环：Du 等 2024 三个大模型训练', '自图 4', '此处模拟的是其他训练'],
] as const)(
  'the caption says whose points the rings are, and of which figure, in %s',
  (language, rings, figure, others) => {
    const caption = captionOf(study, language);
    expect(caption).toContain(rings);
    expect(caption).toContain(figure);
    expect(caption).not.toContain(others);
    const small = {...study, paper: study.paper.map((point) => ({...point, run: 'a run that is not simulated'}))};
    expect(captionOf(small, language)).toContain(others);
  },
);

test('a figure without published points says nothing of rings', () => {
  expect(captionOf({...study, paper: []}, 'en')).not.toMatch(/rings|others/);
  const elsewhere = study.paper.map((point) => ({...point, metric: 'brierScore'}));
  expect(captionOf({...study, paper: elsewhere}, 'en')).not.toMatch(/rings|others/);
});
