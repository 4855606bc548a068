import {CORRELATIONS} from '../../inference/classical/correlation.ts';
import type {CurveFinding} from '../../inference/findings.ts';
import {type PublishedCorrelation, TABLE_2} from '../../science/reference/du2024Table2.ts';
import {drawingId} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {firstMetrics, worldLabel, worldsOf} from '../lookup.ts';
import {decimal, extent, limitText, significant} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {fill} from '../words/fill.ts';
import {PREDICTION_WORDS} from '../words/predictions.ts';
import {CORRELATION_WORDS} from '../words/sampleFigures.ts';
import {HEADINGS} from './headings.ts';

const KINDS = CORRELATIONS;
type Kind = (typeof KINDS)[number];

/** Differences beyond this, and beyond twice the spread over replicates, are printed in another colour. */
const FAR = 0.03;
const WIDTH = 250;
/** Pixels for each task. */
const ROW = 24;
/** Room for the numbers beside a panel, pixels. */
const BESIDE = 150;
/** Room beyond the data. */
const ROOM = 0.012;

/** A simulated correlation: the mean over replicates and their standard deviation, 0 of one replicate. */
interface Simulated {
  readonly value: number;
  readonly sd: number;
}

/** One task: its published and simulated correlations of score with loss. */
interface Row {
  readonly task: string;
  readonly published: PublishedCorrelation;
  readonly simulated: Readonly<Record<Kind, Simulated | null>>;
}

/** The correlation over all replicates, or of replicate 0 where findings hold no more. */
function simulatedOf({rates, classical}: CurveFinding, kind: Kind): Simulated | null {
  const found = rates?.correlations?.[kind];
  if (found) return {value: found.value, sd: found.mcse * Math.sqrt(found.n)};
  const value = classical[kind];
  return value === null ? null : {value, sd: 0};
}

function rowsOf(study: Study, world: string | null): readonly Row[] {
  const scored = firstMetrics(study);
  return [...TABLE_2].flatMap(([name, published]) => {
    const found = scored.find(({benchmark}) => benchmark.name === name);
    const curve = study.findings.curves.find(
      (one) => one.world === world && one.benchmark === name && one.metric === found?.metric.name,
    );
    if (!found || !curve) return [];
    const simulated = {spearman: simulatedOf(curve, 'spearman'), pearson: simulatedOf(curve, 'pearson')};
    return [{task: found.benchmark.label, published, simulated}];
  });
}

/** The ends of the bar of a simulated correlation: two standard deviations, within the range of correlations. */
function barOf({value, sd}: Simulated): {readonly low: number; readonly high: number} {
  return {low: Math.max(-1, value - 2 * sd), high: Math.min(1, value + 2 * sd)};
}

function cellOf({task, published, simulated}: Row, kind: Kind) {
  const theirs = published[kind];
  const ours = simulated[kind];
  if (ours === null) return {task, theirs, ours, low: null, high: null, text: '\u2013', far: false};
  const gap = decimal(ours.value - theirs);
  const spread = ours.sd > 0 ? ` \u00b1 ${limitText(ours.sd)}` : '';
  const text = `${decimal(ours.value)}${spread}  (${gap.startsWith('\u2212') ? '' : '+'}${gap})`;
  const {low, high} = barOf(ours);
  const far = Math.abs(ours.value - theirs) > Math.max(FAR, 2 * ours.sd);
  return {task, theirs, ours: significant(ours.value), low: significant(low), high: significant(high), text, far};
}

function panel(rows: readonly Row[], kind: Kind, high: number, language: Language): Panel {
  const values = rows.map((row) => cellOf(row, kind));
  const x = {
    type: 'quantitative' as const,
    title: fill(PREDICTION_WORDS.correlationAxis, language, {kind: CORRELATION_WORDS[kind][language]}),
    scale: {domain: [-1 - ROOM, high + ROOM], nice: false, zero: false},
    axis: {format: '.2f', tickCount: 5},
  };
  const y = {field: 'task', type: 'nominal' as const, title: null, sort: null, axis: {grid: true, labelFontSize: 11.5}};
  const known = [{filter: 'datum.ours !== null'}];
  return {
    title: {
      text: CORRELATION_WORDS[kind][language],
      subtitle: PREDICTION_WORDS.simulatedGap[language],
      fontWeight: STRONG,
    },
    width: WIDTH,
    height: ROW * rows.length,
    data: {values},
    layer: [
      {
        transform: known,
        mark: {type: 'rule', color: INK.points, strokeWidth: 3, opacity: 0.35},
        encoding: {x: {field: 'low', ...x}, x2: {field: 'high'}, y},
      },
      {
        mark: {type: 'point', filled: false, size: 70, color: INK.text, strokeWidth: 1.4},
        encoding: {x: {field: 'theirs', ...x}, y},
      },
      {
        transform: known,
        mark: {type: 'circle', size: 36, color: INK.points, opacity: 1},
        encoding: {x: {field: 'ours', ...x}, y},
      },
      {
        mark: {type: 'text', align: 'left', dx: 10, fontSize: 11.5},
        encoding: {
          x: {value: 'width'},
          y,
          text: {field: 'text', type: 'nominal'},
          color: {condition: {test: 'datum.far', value: INK.onset}, value: INK.soft},
        },
      },
    ],
  };
}

/** Correlations of score and loss, task by task, beside the published ones (Du et al. 2024, table 2). */
export const correlationTable: Figure = {
  ...HEADINGS.correlationTable,
  draw(study, language) {
    if (study.table) return [];
    const sheets = worldsOf(study).map((world) => ({world, rows: rowsOf(study, world)}));
    const ends = sheets.flatMap(({rows}) =>
      rows.flatMap(({published, simulated}) =>
        KINDS.flatMap((kind) => [published[kind], simulated[kind] ? barOf(simulated[kind]).high : -1]),
      ),
    );
    const [, high] = extent(ends) ?? [-1, 0];
    return sheets.flatMap(({world, rows}) => {
      if (rows.length === 0) return [];
      const title = fill(PREDICTION_WORDS.correlationTitle, language, {world: worldLabel(study, world, language)});
      const caption = fill(PREDICTION_WORDS.correlationCaption, language, {far: decimal(FAR, 2)});
      const spec = panels(
        title,
        KINDS.length,
        KINDS.map((kind) => panel(rows, kind, high, language)),
        BESIDE,
      );
      return [{id: drawingId('correlation-table', world), title, caption, spec}];
    });
  },
};
