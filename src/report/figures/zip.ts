import type {CurveFinding} from '../../inference/findings.ts';
import {captionText, drawingId, figureText} from '../captions.ts';
import {type Coverage, coverageOf, type RankedInterval} from '../coverage.ts';
import type {Figure, Language} from '../figure.ts';
import {benchmarkLabel, columnsFor, curvesOf, drawnPart, metricLabel, worldsOf} from '../lookup.ts';
import {extent, percentText, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {AXIS_WORDS, KEY_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {HEADINGS} from './headings.ts';

const WIDTH = 210;
const HEIGHT = 190;
/** Most intervals that a panel draws; of more every k-th by rank is drawn. */
const MOST = 400;
/** Share of ends that may lie outside the drawn range on either side. */
const OUTSIDE = 0.02;
/** The coverage that the intervals claim, percent. */
const NOMINAL = 95;

/** A curve with a known onset and the coverage of its intervals. */
interface Zipped {
  readonly curve: CurveFinding;
  readonly truth: number;
  readonly coverage: Coverage;
}

function zippedOf(study: Study, world: string | null): readonly Zipped[] {
  return study.benchmarks.flatMap(({name}) =>
    curvesOf(study, world, name).flatMap((curve) => {
      const truth = curve.truth?.onset ?? null;
      const rows = study.intervals.filter(
        (row) => row.world === world && row.benchmark === name && row.metric === curve.metric,
      );
      const coverage = truth === null || rows.length < 2 ? null : coverageOf(rows, truth);
      return truth !== null && coverage ? [{curve, truth, coverage}] : [];
    }),
  );
}

/** The range of onsets that nearly all ends lie in. */
function rangeOf(intervals: readonly RankedInterval[], truth: number): readonly [number, number] {
  const at = (values: readonly number[], share: number): number =>
    [...values].sort((a, b) => a - b)[Math.round(share * (values.length - 1))]!;
  const low = at(
    intervals.map((one) => one.low),
    OUTSIDE,
  );
  const high = at(
    intervals.map((one) => one.high),
    1 - OUTSIDE,
  );
  const [from, to] = extent([low, high, truth])!;
  const pad = 0.04 * (to - from) || 0.001;
  return [from - pad, to + pad];
}

function barsOf({intervals}: Coverage): readonly RankedInterval[] {
  const step = Math.ceil(intervals.length / MOST);
  return intervals.filter((_, i) => (intervals.length - 1 - i) % step === 0);
}

function layersOf({coverage, truth}: Zipped, language: Language): Layer[] {
  const bars = barsOf(coverage);
  const domain = rangeOf(coverage.intervals, truth);
  const words = [KEY_WORDS.covers[language], KEY_WORDS.misses[language]] as const;
  const x = {
    type: 'quantitative' as const,
    title: AXIS_WORDS.onset[language],
    scale: {domain: [...domain], reverse: true, nice: false, zero: false},
    axis: {tickCount: 4, format: '.3f', grid: false},
  };
  const y = {
    type: 'quantitative' as const,
    title: AXIS_WORDS.centile[language],
    scale: {domain: [0, 100], nice: false},
    axis: {values: [0, 25, 50, 75, NOMINAL], grid: false},
  };
  const values = bars.map(({low, high, centile, covers}) => ({
    low: significant(low),
    high: significant(high),
    centile: significant(centile, 4),
    covers: words[covers ? 0 : 1],
  }));
  const color = {
    field: 'covers',
    type: 'nominal' as const,
    title: null,
    sort: null,
    scale: {domain: [...words], range: ['#9aa1ab', INK.onset]},
  };
  return [
    {
      data: {values},
      mark: {type: 'rule', clip: true, strokeWidth: Math.max(0.5, Math.min(3, (0.8 * HEIGHT) / bars.length))},
      encoding: {x: {field: 'low', ...x}, x2: {field: 'high'}, y: {field: 'centile', ...y}, color},
    },
    {
      data: {values: [coverage.low, coverage.high].map((share) => ({at: significant(100 * share, 4)}))},
      mark: {type: 'rule', color: INK.text, strokeDash: [3, 3], strokeWidth: 1},
      encoding: {y: {field: 'at', ...y}},
    },
    {
      data: {values: [{truth: significant(truth)}]},
      mark: {type: 'rule', color: INK.truth, strokeWidth: 1.4},
      encoding: {x: {field: 'truth', ...x}},
    },
  ];
}

function panel(study: Study, zipped: Zipped, language: Language): Panel {
  const {curve, coverage} = zipped;
  const {share, low, high, n} = coverage;
  const names = [benchmarkLabel(study, curve.benchmark), metricLabel(study, curve.metric, language)].join(' - ');
  const subtitle = fill(KEY_WORDS.coverage, language, {
    share: percentText(share),
    low: percentText(low),
    high: percentText(high),
    n,
  });
  return {
    title: {text: names, subtitle, fontWeight: STRONG},
    width: WIDTH,
    height: HEIGHT,
    layer: layersOf(zipped, language),
  };
}

/** Zip plot of the onset intervals over replicates, for worlds with a known onset (Morris, White and Crowther 2019, Fig 5). */
export const zip: Figure = {
  ...HEADINGS.zip,
  draw(whole, language) {
    const study = drawnPart(whole);
    return worldsOf(study).flatMap((world) => {
      const cells = zippedOf(study, world);
      if (cells.length === 0) return [];
      const title = figureText(study, 'zipTitle', language, world);
      const columns = columnsFor(study, 4);
      const caption = captionText(whole, 'zipCaption', language);
      const shown = cells.map((cell) => panel(study, cell, language));
      return [{id: drawingId('zip', world), title, caption, spec: panels(title, columns, shown)}];
    });
  },
};
