import {describe, expect, it} from 'vitest';
import {loadFaces} from '../../src/node/render/fonts.ts';
import {textWidth} from '../../src/node/render/textWidth.ts';
import type {Language} from '../../src/report/figure.ts';
import {matrix} from '../../src/report/figures/matrix.ts';
import type {Study} from '../../src/report/study.ts';
import {INK} from '../../src/report/theme.ts';
import {METRICS} from '../../src/science/metrics/registry.ts';
import {WORLDS} from '../../src/science/worlds/registry.ts';
import {sampleStudy} from '../report/sampleStudy.ts';

/** Six metrics of multiple choice, the copies of three under the names of the registry. */
function sixMetrics(study: Study): Study {
  const six = METRICS.filter(({answers}) => answers.includes('choice')).slice(0, 6);
  const like = (i: number) => study.metrics[i % study.metrics.length]!;
  return {
    ...study,
    metrics: six.map(({name, label}, i) => ({...like(i), name, label})),
    scores: six.flatMap(({name}, i) =>
      study.scores.filter(({metric}) => metric === like(i).name).map((row) => ({...row, metric: name})),
    ),
    findings: {
      ...study.findings,
      // Replicate 0 is unlike the others, so that every plot says so.
      curves: six.flatMap(({name}, i) =>
        study.findings.curves
          .filter(({metric}) => metric === like(i).name)
          .map((curve) => ({...curve, metric: name, shape: 'undetermined' as const})),
      ),
    },
  };
}

interface Words {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface TextLayer {
  readonly mark: {readonly type: string; readonly align: 'left' | 'center' | 'right'; readonly fontWeight: number};
  readonly data: {
    readonly values: ReadonlyArray<{
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
    }>;
  };
}

interface BoxLayer {
  readonly mark: {readonly type: string; readonly fill?: string};
  readonly data: {
    readonly values: ReadonlyArray<{readonly x: number; readonly y: number; readonly x2: number; readonly y2: number}>;
  };
}

/** Strips and plots of cells and verdicts. */
function boxesOf(study: Study, language: Language): BoxLayer['data']['values'] {
  const spec = matrix.draw(study, language)[0]!.spec as unknown as {layer: readonly BoxLayer[]};
  return spec.layer
    .filter(({mark}) => mark.type === 'rect' && mark.fill !== INK.onset)
    .flatMap(({data}) => data.values);
}

/** Share of a line that letters fill from top to bottom. */
const FILLED = 0.8;

async function wordsOf(study: Study, language: Language): Promise<{words: readonly Words[]; width: number}> {
  const widthOf = textWidth(await loadFaces());
  const spec = matrix.draw(study, language)[0]!.spec as unknown as {width: number; layer: readonly TextLayer[]};
  const words = spec.layer
    .filter(({mark}) => mark.type === 'text')
    .flatMap(({mark, data}) =>
      data.values.map(({x, y, text, size}) => {
        const width = widthOf({fontSize: size, fontWeight: mark.fontWeight}, text);
        const left = x - width * {left: 0, center: 0.5, right: 1}[mark.align];
        const half = (FILLED * size) / 2;
        return {text, left, right: left + width, top: y - half, bottom: y + half};
      }),
    );
  return {words, width: spec.width};
}

const meet = (a: Words, b: Words): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe.each(['en', 'zh'] as const)('the words of the matrix (%s)', (language) => {
  it.each([
    ['three metrics', sampleStudy({benchmarks: ['mmlu']})],
    [
      'six metrics and every world',
      sixMetrics(sampleStudy({benchmarks: ['mmlu'], worlds: WORLDS.map(({name}) => name)})),
    ],
  ])('lie in its frame, in the box they start in and on no other words with %s', async (_, study) => {
    const {words, width} = await wordsOf(study, language);
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter(({left, right}) => left < 0 || right > width).map(({text}) => text)).toEqual([]);
    const met = words.flatMap((a, i) =>
      words
        .slice(i + 1)
        .filter((b) => meet(a, b))
        .map((b) => `${a.text} | ${b.text}`),
    );
    expect(met).toEqual([]);
    const leaving = boxesOf(study, language).flatMap(({x, y, x2, y2}) =>
      words.filter(({left, right, top, bottom}) => left >= x && left < x2 && top > y && bottom < y2 && right > x2),
    );
    expect(leaving.map(({text}) => text)).toEqual([]);
  });
});
