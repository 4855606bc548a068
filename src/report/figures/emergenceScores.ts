import {quantile} from '../../numeric/quantile.ts';
import {drawingId} from '../captions.ts';
import {sizesOf, type TaskScore, taskScores} from '../emergence.ts';
import type {Figure, Language} from '../figure.ts';
import {benchmarkLabel, metricLabel, worldLabel, worldsOf} from '../lookup.ts';
import {percentText, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {AXIS_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {SAMPLE_WORDS} from '../words/sampleFigures.ts';
import {HEADINGS} from './headings.ts';

/** Above this score the usual step is less than a hundredth of the rise (the cut of Schaeffer et al. 2023, Fig 5). */
const CUT = 100;
/** Fewest tasks and sizes for which a distribution is drawn. */
const FEWEST = {tasks: 3, sizes: 3} as const;
const WIDTH = 330;
/** Pixels for each metric. */
const ROW = 46;
/** Half the height of a strip of points, as a share of the distance between metrics. */
const STRIP = 0.3;

/** One metric with the scores of its tasks. */
interface Strip {
  readonly metric: string;
  readonly tasks: readonly TaskScore[];
  /** Share of the tasks above the cut. */
  readonly above: number;
}

function stripsOf(study: Study, world: string | null): readonly Strip[] {
  const scores = taskScores(study, world);
  return study.metrics.flatMap(({name: metric}) => {
    const tasks = scores.filter((one) => one.metric === metric);
    const above = tasks.filter(({score}) => score > CUT).length / tasks.length;
    return tasks.length >= FEWEST.tasks ? [{metric, tasks, above}] : [];
  });
}

/** The logarithmic axis: from 1, the least size of a score, to the largest finite one, with a place on either side for scores that it does not hold. */
interface ScoreAxis {
  readonly top: number;
  readonly falling: number;
  readonly endless: number;
}

function axisOf(strips: readonly Strip[]): ScoreAxis {
  const finite = strips.flatMap(({tasks}) => tasks.map(({score}) => score)).filter(Number.isFinite);
  const top = Math.max(CUT, ...finite) * 1.6;
  const room = top ** 0.1;
  return {top, falling: 1 / room, endless: top * room};
}

const placeOf = (score: number, {falling, endless}: ScoreAxis): number =>
  score < 0 ? falling : Math.min(score, endless);

function channels(axis: ScoreAxis, order: readonly string[], language: Language) {
  const ticks = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8].filter((tick) => tick < axis.top);
  const ends = [SAMPLE_WORDS.falling[language], SAMPLE_WORDS.endless[language]];
  const [low, high] = [axis.falling, axis.endless].map((value) => significant(value, 12));
  const room = axis.top ** 0.06;
  return {
    x: {
      type: 'quantitative' as const,
      title: SAMPLE_WORDS.emergenceAxis[language],
      scale: {type: 'log' as const, domain: [low! / room, high! * room], nice: false},
      axis: {
        values: [low!, ...ticks, high!],
        labelExpr: `datum.value < 1 ? ${JSON.stringify(ends[0])} : datum.value > ${axis.top} ? ${JSON.stringify(ends[1])} : format(datum.value, datum.value < 1e5 ? ',' : '~e')`,
        labelOverlap: false,
      },
    },
    y: {
      type: 'quantitative' as const,
      title: null,
      scale: {domain: [-0.75, order.length - 0.5], reverse: true, nice: false, zero: false},
      axis: {
        values: order.map((_, i) => i),
        labelExpr: `${JSON.stringify(order)}[datum.value]`,
        labelLimit: 190,
        labelFontSize: 11.5,
        grid: false,
        ticks: false,
      },
    },
  };
}

/** Middle score of a strip. */
const middleOf = ({tasks}: Strip): number => tasks.map(({score}) => score).sort((a, b) => a - b)[tasks.length >> 1]!;

/** Lower quartile, median and upper quartile of a strip, each the place of a task. */
function boxOf({tasks}: Strip, axis: ScoreAxis) {
  const places = tasks.map(({score}) => Math.log(placeOf(score, axis)));
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => significant(Math.exp(quantile(places, share)), 5));
  return {low: low!, middle: middle!, high: high!};
}

type Channels = ReturnType<typeof channels>;

/** Every task as a point, above the cut in another colour. */
function points(study: Study, strips: readonly Strip[], axis: ScoreAxis, {x, y}: Channels, language: Language): Layer {
  const values = strips.flatMap(({metric, tasks}, i) =>
    tasks.map(({benchmark, score}, k) => ({
      task: benchmarkLabel(study, benchmark),
      metric: metricLabel(study, metric, language),
      place: significant(placeOf(score, axis), 5),
      score: Number.isFinite(score) ? significant(score, 4) : null,
      // An even spread over the strip, in an order that has nothing to do with the scores.
      at: significant(i + STRIP * (2 * ((k * 0.618034) % 1) - 1), 5),
      side: score > CUT ? 'above' : 'below',
    })),
  );
  return {
    data: {values},
    mark: {type: 'circle', size: 22, opacity: 0.75},
    encoding: {
      x: {field: 'place', ...x},
      y: {field: 'at', ...y},
      color: {
        field: 'side',
        type: 'nominal',
        scale: {domain: ['below', 'above'], range: [INK.points, INK.onset]},
        legend: null,
      },
      tooltip: [
        {field: 'task', type: 'nominal', title: SAMPLE_WORDS.task[language]},
        {field: 'metric', type: 'nominal', title: AXIS_WORDS.metric[language]},
        {field: 'score', type: 'quantitative', title: SAMPLE_WORDS.emergenceAxis[language]},
      ],
    },
  };
}

function layersOf(study: Study, strips: readonly Strip[], axis: ScoreAxis, language: Language): Layer[] {
  const names = strips.map(({metric}) => metricLabel(study, metric, language));
  const both = channels(axis, names, language);
  const {x, y} = both;
  const boxes = strips.map((strip, i) => ({...boxOf(strip, axis), top: i - STRIP, bottom: i + STRIP}));
  const shares = strips.map(({above}, i) => ({
    at: i - STRIP - 0.12,
    text: fill(SAMPLE_WORDS.aboveCut, language, {share: percentText(above), cut: CUT}),
  }));
  return [
    {
      data: {values: boxes},
      mark: {type: 'rect', color: '#dfe3e8', opacity: 0.9},
      encoding: {x: {field: 'low', ...x}, x2: {field: 'high'}, y: {field: 'top', ...y}, y2: {field: 'bottom'}},
    },
    {
      data: {values: boxes},
      mark: {type: 'rule', color: INK.text, strokeWidth: 1.6},
      encoding: {x: {field: 'middle', ...x}, y: {field: 'top', ...y}, y2: {field: 'bottom'}},
    },
    {
      data: {values: [{cut: CUT}]},
      mark: {type: 'rule', color: INK.soft, strokeDash: [4, 3], strokeWidth: 1},
      encoding: {x: {field: 'cut', ...x}},
    },
    points(study, strips, axis, both, language),
    {
      data: {values: shares},
      mark: {type: 'text', align: 'right', baseline: 'bottom', fontSize: 10.5, color: INK.soft, dx: -4},
      encoding: {x: {value: 'width'}, y: {field: 'at', ...y}, text: {field: 'text', type: 'nominal'}},
    },
  ];
}

/** Emergence score of every task by metric, a panel for each world; metrics sorted by the share above the cut (Schaeffer et al. 2023, Fig 5). */
export const emergenceScores: Figure = {
  ...HEADINGS.emergenceScores,
  draw(study, language) {
    const sizes = sizesOf(study);
    const worlds = worldsOf(study).map((world) => ({world, strips: stripsOf(study, world)}));
    const filled = worlds.filter(({strips}) => strips.length > 0);
    if (sizes < FEWEST.sizes || filled.length === 0) return [];
    const axis = axisOf(filled.flatMap(({strips}) => strips));
    const shown = filled.map(({world, strips}): Panel => {
      const sorted = [...strips].sort((a, b) => b.above - a.above || middleOf(b) - middleOf(a));
      return {
        title: {text: worldLabel(study, world, language), fontWeight: STRONG},
        width: WIDTH,
        height: ROW * sorted.length + 20,
        layer: layersOf(study, sorted, axis, language),
      };
    });
    const title = fill(SAMPLE_WORDS.emergenceScoresTitle, language);
    const caption = fill(SAMPLE_WORDS.emergenceScoresCaption, language, {
      sizes,
      line: sizes - 1,
      cut: CUT,
      percent: percentText(1 / CUT),
    });
    return [
      {id: drawingId('emergence-scores', null), title, caption, spec: panels(title, Math.min(2, shown.length), shown)},
    ];
  },
};
