import {
  CHAIN,
  type ChainCorrelations,
  CORRELATION_GRID,
  CORRELATION_KINDS,
  type FamilyCorrelations,
  PREDICTABLE,
} from '../../inference/perQuestion/finding.ts';
import {VOCABULARY} from '../../science/answer/vocabulary.ts';
import {drawingId} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {benchmarkLabel, worldLabel, worldsOf} from '../lookup.ts';
import {decimal, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {fill, joinSentences} from '../words/fill.ts';
import {CHAIN_WORDS, CORRELATION_WORDS, SAMPLE_WORDS} from '../words/sampleFigures.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';

const WIDTH = 190;
const HEIGHT = 140;
/** The correlation that is drawn. */
const DRAWN = 'spearman';
/** Most panels of one drawing, and most side by side. */
const MOST = 24;
const COLUMNS = 4;
/** Colours of the chain, from the log probability to the grade: lighter where less is known of it. */
const COLOURS = ['#0b3c6f', '#2f8fb3', '#e69f00', '#b3123f'];

/** One family on one benchmark. */
interface Tuple {
  readonly benchmark: string;
  readonly family: FamilyCorrelations;
}

function tuplesOf({findings}: Study, world: string | null): readonly Tuple[] {
  return findings.benchmarks
    .filter((one) => one.world === world)
    .flatMap(({benchmark, perQuestion = []}) => perQuestion.map((family) => ({benchmark, family})));
}

const chainOf = ({family}: Tuple, kind: string): ChainCorrelations => family.chains.find((one) => one.kind === kind)!;

/** How many tuples show the published order, for each kind of correlation: `3 (Pearson), 4 (Spearman), 4 (Kendall)`. */
function orderText(tuples: readonly Tuple[], by: keyof ChainCorrelations['ordered'], language: Language): string {
  return CORRELATION_KINDS.map((kind) => {
    const count = tuples.filter((tuple) => chainOf(tuple, kind).ordered[by]).length;
    return fill(SAMPLE_WORDS.counts, language, {count, kind: CORRELATION_WORDS[kind][language]});
  }).join(LIST_SEPARATOR[language]);
}

function captionOf(tuples: readonly Tuple[], language: Language): string {
  const caption = fill(SAMPLE_WORDS.sampleCorrelationsCaption, language, {
    all: tuples.length,
    byMedian: orderText(tuples, 'byMedian', language),
    byAbove: orderText(tuples, 'byAbove', language),
    mass: fill(SAMPLE_WORDS.mass, language, {...VOCABULARY}),
  });
  if (tuples.length <= MOST) return caption;
  const rest = fill(SAMPLE_WORDS.firstPanels, language, {shown: MOST, all: tuples.length});
  return joinSentences([caption, rest], language);
}

function axesOf(language: Language) {
  return {
    x: {
      type: 'quantitative' as const,
      title: SAMPLE_WORDS.correlationAxis[language],
      scale: {domain: [-1, 1], nice: false},
      axis: {values: [-1, -0.5, 0, 0.5, 1], format: '~g', grid: false},
    },
    y: {
      type: 'quantitative' as const,
      title: SAMPLE_WORDS.exceedingAxis[language],
      scale: {domain: [0, 100], nice: false},
      axis: {values: [0, 25, 50, 75, 100]},
    },
  };
}

/** The share of questions above each correlation, a line for each score. */
function lines({scores}: ChainCorrelations, language: Language): Layer {
  const {x, y} = axesOf(language);
  const title = SAMPLE_WORDS.score[language];
  const domain = CHAIN.map((score) => CHAIN_WORDS[score][language]);
  const values = scores.flatMap(({score, exceeding}) =>
    exceeding.map((share, i) => ({
      score: CHAIN_WORDS[score][language],
      correlation: CORRELATION_GRID[i]!,
      share: significant(100 * share, 4),
    })),
  );
  // For two options the Brier score is a function of p: its line then lies on the other.
  const dashes = CHAIN.map((score) => (score === 'brier' ? [5, 3] : [1, 0]));
  const score = {field: 'score', type: 'nominal' as const, title, sort: null};
  return {
    data: {values},
    mark: {type: 'line', strokeWidth: 1.8, clip: true},
    encoding: {
      x: {field: 'correlation', ...x},
      y: {field: 'share', ...y},
      color: {...score, scale: {domain, range: COLOURS}},
      strokeDash: {...score, scale: {domain, range: dashes}},
      tooltip: [
        {field: 'score', type: 'nominal', title},
        {field: 'correlation', type: 'quantitative', title: x.title},
        {field: 'share', type: 'quantitative', title: y.title},
      ],
    },
  };
}

function panel(study: Study, tuple: Tuple, language: Language): Panel {
  const chain = chainOf(tuple, DRAWN);
  const shares = chain.scores.map(({above}) => decimal(100 * above, 0)).join(' / ');
  const title = [benchmarkLabel(study, tuple.benchmark), tuple.family.family].join(' \u00b7 ');
  return {
    title: {text: title, subtitle: fill(SAMPLE_WORDS.above, language, {shares}), fontWeight: STRONG},
    width: WIDTH,
    height: HEIGHT,
    layer: [
      {
        data: {values: [{at: PREDICTABLE}]},
        mark: {type: 'rule', color: INK.soft, strokeDash: [4, 3], strokeWidth: 1},
        encoding: {x: {field: 'at', ...axesOf(language).x}},
      },
      lines(chain, language),
    ],
  };
}

/** Panels side by side: the families of a benchmark, where they fit. */
function columnsOf(tuples: readonly Tuple[]): number {
  return Math.min(COLUMNS, tuples.filter(({benchmark}) => benchmark === tuples[0]!.benchmark).length);
}

/** Complementary distribution over questions of the correlation of compute with each score, a panel for each family and benchmark (Schaeffer et al. 2024). */
export const sampleCorrelations: Figure = {
  ...HEADINGS.sampleCorrelations,
  draw(study, language) {
    return worldsOf(study).flatMap((world) => {
      const tuples = tuplesOf(study, world);
      if (tuples.length === 0) return [];
      const title = fill(SAMPLE_WORDS.sampleCorrelationsTitle, language, {world: worldLabel(study, world, language)});
      const shown = tuples.slice(0, MOST).map((tuple) => panel(study, tuple, language));
      const spec = panels(title, columnsOf(tuples), shown);
      return [{id: drawingId('sample-correlations', world), title, caption: captionOf(tuples, language), spec}];
    });
  },
};
