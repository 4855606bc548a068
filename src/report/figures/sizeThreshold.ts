import {LAWS} from '../../science/laws/registry.ts';
import {learningRate} from '../../science/schedule.ts';
import {sizeThreshold as thresholdOf} from '../../science/sizeThreshold.ts';
import {drawingId, withOmitted} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {drawnPart, firstMetrics, worldLabel, worldsOf} from '../lookup.ts';
import {chanceRule, valueY} from '../marks.ts';
import {countText, decimal, NORMAL_95, significant} from '../numbers.ts';
import {paperOnset} from '../paperOnset.ts';
import {sizeX} from '../scale/sizeAxis.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {BenchmarkView, MetricView, Study} from '../study.ts';
import {rampColours, STRONG} from '../theme.ts';
import {fill} from '../words/fill.ts';
import {PREDICTION_WORDS} from '../words/predictions.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';
import {frameOf} from './metricPanels.ts';

/** Fewest sizes at one number of tokens that make a curve. */
const FEWEST = 3;
/** Most numbers of tokens whose shades can be told apart. */
const MOST = 5;
const COLUMNS = 2;

type Experiment = NonNullable<Study['experiment']>;

/** Numbers of tokens that runs with one checkpoint share, rising; none where the loss law is no law of size at fixed tokens. */
function budgetsOf({loss, population: {runs}}: Experiment): readonly number[] {
  const form = LAWS.find(({name}) => name === loss.form);
  if (!form?.atTokens || runs.some(({checkpoints}) => checkpoints.length > 1)) return [];
  const budgets = [...new Set(runs.map(({tokens}) => tokens))].sort((a, b) => a - b);
  const sizes = (budget: number): number =>
    new Set(runs.filter(({tokens}) => tokens === budget).map(({params}) => params)).size;
  const kept = budgets.filter((budget) => sizes(budget) >= FEWEST);
  return kept.length <= MOST ? kept : [];
}

/** N* at a number of tokens, parameters (Du et al. 2024, equation 5). */
function predicted({loss, population: {runs}}: Experiment, tokens: number, eta: number): number {
  const run = runs.find((one) => one.tokens === tokens)!;
  const law = LAWS.find(({name}) => name === loss.form)!.atTokens!(loss.values, {
    D: tokens,
    lr: learningRate(run, tokens),
  });
  return thresholdOf(law, eta);
}

/** What all panels of a drawing share. */
interface Sheet {
  readonly study: Study;
  readonly experiment: Experiment;
  readonly world: string | null;
  readonly budgets: readonly number[];
  readonly language: Language;
}

function layersOf(
  {study, world, budgets, language}: Sheet,
  benchmark: BenchmarkView,
  metric: MetricView,
  sizes: readonly number[],
): Layer[] {
  const frame = frameOf(study, benchmark.name, metric, language);
  const {factor} = frame.value;
  const rows = study.scores.filter(
    (row) => row.world === world && row.benchmark === benchmark.name && row.metric === metric.name,
  );
  const values = rows
    .filter(({tokens}) => tokens !== null && budgets.includes(tokens))
    .map(({params, tokens, value, standardError}) => {
      const half = NORMAL_95 * (standardError ?? 0);
      const [low, middle, high] = [value - half, value, value + half].map((at) => significant(factor * at, 5));
      return {x: params!, tokens: countText(tokens!), low, value: middle, high};
    });
  const x = sizeX(rows, 'params', language);
  const y = valueY(frame);
  const color = {
    field: 'tokens',
    type: 'nominal' as const,
    title: PREDICTION_WORDS.trainingTokens[language],
    sort: null,
    scale: {domain: budgets.map(countText), range: [...rampColours(budgets.length)]},
  };
  const rules = sizes.flatMap((at, i) =>
    Number.isFinite(at) ? [{x: significant(at), tokens: countText(budgets[i]!)}] : [],
  );
  const chance = metric.chance[benchmark.name];
  const data = {values};
  return [
    ...(typeof chance === 'number' ? [chanceRule(chance, frame)] : []),
    {
      data: {values: rules},
      mark: {type: 'rule', strokeWidth: 1.6, strokeDash: [1.6, 3.2], clip: true},
      encoding: {x, color},
    },
    {data, mark: {type: 'line', strokeWidth: 1.2, opacity: 0.75}, encoding: {x, y: {field: 'value', ...y}, color}},
    {
      data,
      mark: {type: 'rule', opacity: 0.7, clip: true},
      encoding: {x, y: {field: 'low', ...y}, y2: {field: 'high'}, color},
    },
    {data, mark: {type: 'circle', size: 22, opacity: 1}, encoding: {x, y: {field: 'value', ...y}, color}},
  ];
}

function panel(sheet: Sheet, benchmark: BenchmarkView, metric: MetricView): Panel {
  const {study, experiment, world, budgets, language} = sheet;
  const curve = study.findings.curves.find(
    (one) => one.world === world && one.benchmark === benchmark.name && one.metric === metric.name,
  );
  const eta = curve?.truth?.onset ?? paperOnset(study, benchmark.name);
  const sizes = eta === undefined ? [] : budgets.map((tokens) => predicted(experiment, tokens, eta));
  const said = sizes.map((size) => (Number.isFinite(size) ? countText(size) : '\u221e')).join(LIST_SEPARATOR[language]);
  const subtitle =
    eta === undefined ? {} : {subtitle: fill(PREDICTION_WORDS.sizes, language, {eta: decimal(eta), sizes: said})};
  return {
    title: {text: benchmark.label, fontWeight: STRONG, ...subtitle},
    width: 300,
    height: 220,
    layer: layersOf(sheet, benchmark, metric, sizes),
  };
}

/** Scores against size at equal training tokens, with the size at which the threshold of the loss is crossed (Du et al. 2024, equations 4 and 5). */
export const sizeThreshold: Figure = {
  ...HEADINGS.sizeThreshold,
  draw(whole, language) {
    const study = drawnPart(whole);
    const {experiment} = study;
    const budgets = experiment ? budgetsOf(experiment) : [];
    if (!experiment || budgets.length === 0) return [];
    return worldsOf(study).map((world) => {
      const sheet = {study, experiment, world, budgets, language};
      const cells = firstMetrics(study).map(({benchmark, metric}) => panel(sheet, benchmark, metric));
      const title = fill(PREDICTION_WORDS.sizeThresholdTitle, language, {world: worldLabel(study, world, language)});
      const caption = withOmitted(whole, fill(PREDICTION_WORDS.sizeThresholdCaption, language), language);
      return {
        id: drawingId('size-threshold', world),
        title,
        caption,
        spec: panels(title, Math.min(COLUMNS, cells.length), cells),
      };
    });
  },
};
