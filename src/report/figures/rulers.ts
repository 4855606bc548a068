import type {WorldChoice} from '../../config/experiment.ts';
import {truthOf} from '../../science/curves/registry.ts';
import {onAxis, printedLoss, rulerOf} from '../../science/ruler.ts';
import {drawingId, withOmitted} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {drawnPart, firstMetrics, worldLabel} from '../lookup.ts';
import {chanceRule, type Frame, lossX, points} from '../marks.ts';
import {significant} from '../numbers.ts';
import {colourOf, type Series} from '../series.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {BenchmarkView, MetricView, Study} from '../study.ts';
import {runColours, STRONG} from '../theme.ts';
import {fill} from '../words/fill.ts';
import {PREDICTION_WORDS} from '../words/predictions.ts';
import {HEADINGS} from './headings.ts';
import {curveLayers, frameOf} from './metricPanels.ts';

/** Most families whose colours can be told apart. */
const MOST_FAMILIES = 8;

type Experiment = NonNullable<Study['experiment']>;

/** One truth on both axes. */
interface Pair {
  readonly printed: WorldChoice;
  readonly normalised: WorldChoice;
}

/** Worlds that stand in a study on the printed loss and on the normalised one, with the same curves. */
function pairsOf({worlds}: Experiment): readonly Pair[] {
  const same = (a: WorldChoice, b: WorldChoice): boolean =>
    a.world === b.world && JSON.stringify(a.curves) === JSON.stringify(b.curves);
  return worlds.flatMap((printed) => {
    if (printed.axis) return [];
    const normalised = worlds.find((other) => other.axis && same(printed, other));
    return normalised ? [{printed, normalised}] : [];
  });
}

/** What all panels of a drawing share. */
interface Sheet {
  readonly study: Study;
  readonly experiment: Experiment;
  readonly series: Series;
  readonly language: Language;
}

/** A dotted rule for each family, where its own ability starts on the axis; none without a threshold. */
function familyRules(
  {experiment: {rulers, benchmarks}, series, language}: Sheet,
  {curves, axis = 'loss'}: WorldChoice,
  name: string,
  frame: Frame,
): Layer[] {
  const {answer} = benchmarks.find((one) => one.name === name)!;
  const eta = truthOf(curves[name]!, answer.kind)?.onset ?? null;
  if (eta === null) return [];
  const values = series.domain.map((family) => {
    const ruler = rulerOf(rulers, family);
    return {at: significant(onAxis(ruler, printedLoss(ruler, eta), axis), 5), series: family};
  });
  const color = colourOf(series, language)!;
  return [
    {
      data: {values},
      mark: {type: 'rule', strokeWidth: 3, strokeDash: [3, 3], clip: true},
      encoding: {x: {field: 'at', ...lossX(frame.loss, frame.lossTitle)}, color},
    },
  ];
}

function panel(sheet: Sheet, world: WorldChoice, benchmark: BenchmarkView, metric: MetricView): Panel {
  const {study, series, language} = sheet;
  const mine = (row: {readonly world: string | null; readonly benchmark: string; readonly metric: string}): boolean =>
    row.world === world.name && row.benchmark === benchmark.name && row.metric === metric.name;
  const frame = frameOf(study, benchmark.name, metric, language, world.name);
  const chance = metric.chance[benchmark.name];
  const curve = study.findings.curves.find(mine);
  const rows = study.scores.filter(mine);
  const subtitle = PREDICTION_WORDS[world.axis ? 'onNormalised' : 'onPrinted'][language];
  return {
    title: {text: benchmark.label, subtitle, fontWeight: STRONG},
    width: 300,
    height: 210,
    layer: [
      points(rows, frame, series, {size: 14}),
      ...(typeof chance === 'number' && chance > 0 ? [chanceRule(chance, frame)] : []),
      ...familyRules(sheet, world, benchmark.name, frame),
      ...(curve ? curveLayers({curve, stated: undefined, digitised: false}, rows, frame) : []),
    ],
  };
}

/** The first metric of every benchmark against the printed loss of each family and, side by side, against the normalised one (Du et al. 2024, section 7). */
export const rulers: Figure = {
  ...HEADINGS.rulers,
  draw(whole, language) {
    const study = drawnPart(whole);
    const {experiment} = study;
    if (!experiment?.rulers) return [];
    const families = [...new Set(experiment.population.runs.map(({family}) => family))];
    if (families.length > MOST_FAMILIES) return [];
    const series: Series = {
      by: 'family',
      domain: families,
      range: runColours(families),
      runs: [],
      of: ({family}) => family,
    };
    const sheet = {study, experiment, series, language};
    return pairsOf(experiment).map(({printed, normalised}) => {
      const title = fill(PREDICTION_WORDS.rulersTitle, language, {world: worldLabel(study, printed.name, language)});
      const cells = firstMetrics(study).flatMap(({benchmark, metric}) =>
        [printed, normalised].map((world) => panel(sheet, world, benchmark, metric)),
      );
      return {
        id: drawingId('rulers', printed.name),
        title,
        caption: withOmitted(whole, fill(PREDICTION_WORDS.rulersCaption, language), language),
        spec: panels(title, 2, cells),
      };
    });
  },
};
