import {type Best, frontierOf, spendingLaw} from '../../inference/training/frontier.ts';
import {equalRatios} from '../../numeric/ratios.ts';
import {ALLOCATION, growth} from '../../science/kaplan/allocation.ts';
import type {Figure, Language} from '../figure.ts';
import {decimal, significant} from '../numbers.ts';
import {type Layer, panels} from '../spec.ts';
import {channel} from '../training/axes.ts';
import {dots, plainLine, type Sheet, sizeColour} from '../training/marks.ts';
import {scaleText} from '../training/numbers.ts';
import {THEIRS, trainingPanel} from '../training/panel.ts';
import {studyCurves} from '../training/study.ts';
import {COMPUTE_WORDS} from '../words/computeFigures.ts';
import {fill} from '../words/fill.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** What compute buys, from the lowest layer of the wedge to the highest, in colours told apart by lightness too. */
const PARTS = [
  {part: 'size', color: '#5a64ad'},
  {part: 'batch', color: '#57bf8f'},
  {part: 'steps', color: '#e3d25c'},
] as const;

/** Ends of the axis of Kaplan et al. 2020, Fig 3, PF-days. */
const COMPUTE: readonly [number, number] = [1e-8, 1e1];
const FACTOR = COMPUTE[1] / COMPUTE[0];
const SIZE = {width: 420, height: 280} as const;

/** One layer of the wedge: exponents of compute below and above it. */
interface Wedge {
  readonly part: (typeof PARTS)[number]['part'];
  readonly color: string;
  readonly exponent: number;
  readonly low: number;
  readonly high: number;
  /** What it is at the left end. */
  readonly start: number;
}

function wedges(frontier: readonly Best[]): readonly Wedge[] {
  let low = 0;
  return PARTS.flatMap(({part, color}) => {
    const law = spendingLaw(frontier, (best) => best[part]);
    if (!law) return [];
    const wedge = {
      part,
      color,
      exponent: law.exponent,
      low,
      high: low + law.exponent,
      start: law.scale * COMPUTE[0] ** law.exponent,
    };
    low = wedge.high;
    return [wedge];
  });
}

function areaLayer({low, high, color}: Wedge, {x, y}: Sheet): Layer {
  const values = equalRatios(...COMPUTE, 31).map((compute) => {
    const ratio = compute / COMPUTE[0];
    return {x: significant(compute), y: significant(ratio ** high), y2: significant(ratio ** low)};
  });
  return {
    data: {values},
    mark: {type: 'area', color, opacity: 0.85, clip: true},
    encoding: {x: channel('x', x), y: channel('y', y), y2: {field: 'y2'}},
  };
}

function labelLayer({part, exponent, low, high}: Wedge, {x, y}: Sheet, language: Language): Layer {
  const text = fill(COMPUTE_WORDS[part], language, {
    factor: scaleText(FACTOR ** exponent),
    exponent: decimal(exponent, 2),
    published: scaleText(growth(FACTOR, part)),
    publishedExponent: decimal(ALLOCATION[part].exponent, 2),
  });
  return {
    data: {values: [{x: COMPUTE[1], y: significant(FACTOR ** ((low + high) / 2))}]},
    mark: {type: 'text', text, align: 'left', baseline: 'middle', dx: 8, fontSize: 11},
    encoding: {x: channel('x', x), y: channel('y', y)},
  };
}

function layersOf(frontier: readonly Best[], sheet: Sheet, language: Language): Layer[] {
  const all = wedges(frontier);
  const tops = PARTS.slice(0, 2).map((_, k) =>
    PARTS.slice(0, k + 1).reduce((sum, {part}) => sum + ALLOCATION[part].exponent, 0),
  );
  const measured = all.slice(0, 2).flatMap((_, k) =>
    frontier
      .filter(({compute}) => compute >= COMPUTE[0])
      .map((best) => ({
        x: best.compute,
        y: all.slice(0, k + 1).reduce((product, {part, start}) => (product * best[part]) / start, 1),
      })),
  );
  return [
    ...all.map((wedge) => areaLayer(wedge, sheet)),
    ...tops.map((top) =>
      plainLine(
        equalRatios(...COMPUTE, 11).map((x) => ({x, y: (x / COMPUTE[0]) ** top})),
        sheet,
        THEIRS,
      ),
    ),
    dots(measured, sheet, {color: '#22272e', area: 12}),
    ...all.map((wedge) => labelLayer(wedge, sheet, language)),
  ];
}

/** Where a growing amount of compute is best spent (Kaplan et al. 2020, Fig 3). */
export const computeAllocation: Figure = {
  ...HEADINGS.computeAllocation,
  draw(study, language) {
    const {sizes} = studyCurves(study);
    const frontier = frontierOf(sizes, 'leastCompute');
    const seen = frontier.some(({compute}) => compute >= COMPUTE[0] && compute <= COMPUTE[1]);
    if (!seen || wedges(frontier).length < PARTS.length) return [];
    const sheet: Sheet = {
      x: {title: TRAINING_AXES.leastCompute[language], domain: COMPUTE, look: 'power'},
      y: {title: TRAINING_AXES.contribution[language], domain: [1, FACTOR], look: 'power'},
      color: sizeColour([], language),
    };
    const title = COMPUTE_WORDS.computeAllocationTitle[language];
    const cell = trainingPanel(COMPUTE_WORDS.allocationPanel[language], layersOf(frontier, sheet, language), SIZE);
    return [
      {
        id: 'compute-allocation',
        title,
        caption: COMPUTE_WORDS.computeAllocationCaption[language],
        spec: panels(title, 1, [cell]),
      },
    ];
  },
};
