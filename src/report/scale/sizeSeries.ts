import type {Language} from '../figure.ts';
import type {BenchmarkView, Study} from '../study.ts';
import {rampColours, runColours} from '../theme.ts';
import {AXIS_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import type {Length} from './lengths.ts';

/** Colours beside the shades of lengths. */
const WARM = ['#cc3311', '#e69f00', '#cc79a7', '#8c5a2b'];

/** What colour stands for in curves of scale: the length of an answer, or the benchmark. */
export interface SizeSeries {
  readonly title: string;
  readonly domain: readonly string[];
  readonly range: readonly string[];
  /** Name of the line of a benchmark. */
  of(benchmark: Pick<BenchmarkView, 'name' | 'label'>): string;
}

/** Colours of the palette, without those that look like a shade of the lengths where there are some. */
function othersOf(labels: readonly string[], besideRamp: boolean): readonly string[] {
  return besideRamp ? labels.map((_, i) => WARM[i % WARM.length]!) : runColours(labels);
}

/** Lengths are shades of one scale from short to long, the same in every family; other benchmarks have colours of their own. */
export function sizeSeries(study: Study, lengths: ReadonlyMap<string, Length>, language: Language): SizeSeries {
  const named = (tokens: number): string => fill(AXIS_WORDS.tokensOf, language, {count: tokens});
  const tokens = [...new Set([...lengths.values()].map((length) => length.tokens))].sort((a, b) => a - b);
  const single = study.benchmarks.filter(({name}) => !lengths.has(name));
  const labels = [...new Set(single.map(({label}) => label))];
  return {
    title: AXIS_WORDS[labels.length > 0 ? 'benchmark' : 'length'][language],
    domain: [...tokens.map(named), ...labels],
    range: [...rampColours(tokens.length), ...othersOf(labels, tokens.length > 0)],
    of({name, label}) {
      const length = lengths.get(name);
      return length ? named(length.tokens) : label;
    },
  };
}
