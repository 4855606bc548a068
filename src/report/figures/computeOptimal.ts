import type {RecoveryFinding} from '../../inference/findings.ts';
import {normalQuantile} from '../../numeric/normal.ts';
import type {Figure, Language} from '../figure.ts';
import {countText, decimal, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import {INK, runColours, STRONG} from '../theme.ts';
import {channel, logDomain, type TrainingAxis} from '../training/axes.ts';
import {CHINCHILLA_WORDS} from '../words/chinchilla.ts';
import {fill} from '../words/fill.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {HEADINGS} from './headings.ts';

/** Compute of Gopher and Chinchilla, FLOP (Hoffmann et al. 2022, section 3.4). */
const GOPHER_BUDGET = 5.76e23;
/** What was trained with it: parameters and tokens. */
const TRAINED = [
  {label: 'Gopher', N: 2.8e11, D: 3e11},
  {label: 'Chinchilla', N: 7e10, D: 1.4e12},
] as const;
const RULE_OF_THUMB = 20;
/** Width of the interval of a between the 10th and the 90th percentile in Hoffmann et al. 2022, table 2: 0.454 to 0.455. */
const PRINTED_WIDTH = 0.001;
const SIZE = {width: 320, height: 270} as const;
/** Room beyond what is drawn, as a factor. */
const ROOM = 1.3;

/** What a panel shows of a size at a compute: the size itself, or tokens for each parameter, D/N = C / (6 N^2). */
type Show = (N: number, C: number) => number;
const SHOWN = {size: (N: number) => N, data: (N: number, C: number) => C / (6 * N * N)} as const;

function layersOf(
  laws: readonly RecoveryFinding[],
  show: Show,
  y: TrainingAxis,
  colours: readonly string[],
  language: Language,
): Layer[] {
  const names = laws.map(({name}) => name);
  const budgets = laws[0]!.optimal.map(({compute}) => compute);
  const x = channel('C', {title: CHINCHILLA_WORDS.compute[language], domain: logDomain(budgets, ROOM), look: 'power'});
  const color = {
    field: 'law',
    type: 'nominal' as const,
    title: CHINCHILLA_WORDS.law[language],
    sort: null,
    scale: {domain: names, range: [...colours]},
  };
  const values = laws.flatMap(({name: law, optimal}) =>
    optimal.map(({compute: C, truth, estimate, low, high}) => {
      const at = (N: number | null) => (N === null ? null : significant(show(N, C), 5));
      return {law, C, truth: at(truth), value: at(estimate), low: at(low), high: at(high)};
    }),
  );
  const marks = TRAINED.map(({label, N}) => ({label, C: GOPHER_BUDGET, value: significant(show(N, GOPHER_BUDGET), 4)}));
  const data = {values};
  return [
    {data: {values: [{C: GOPHER_BUDGET}]}, mark: {type: 'rule', color: INK.paper}, encoding: {x}},
    {
      data,
      transform: [{filter: 'datum.truth !== null'}],
      mark: {type: 'line', strokeWidth: 1.4},
      encoding: {x, y: channel('truth', y), color},
    },
    {
      data,
      transform: [{filter: 'datum.low !== null'}],
      mark: {type: 'rule', strokeWidth: 2, opacity: 0.6, clip: true},
      encoding: {x, y: channel('low', y), y2: {field: 'high'}, color},
    },
    {data, mark: {type: 'circle', size: 28, opacity: 1, clip: true}, encoding: {x, y: channel('value', y), color}},
    {
      data: {values: marks},
      mark: {type: 'point', shape: 'square', size: 60, color: INK.text},
      encoding: {x, y: channel('value', y)},
    },
    {
      data: {values: marks},
      mark: {type: 'text', align: 'right', dx: -8, dy: -9, fontSize: 10.5, color: INK.soft},
      encoding: {x, y: channel('value', y), text: {field: 'label', type: 'nominal'}},
    },
  ];
}

function panel(laws: readonly RecoveryFinding[], of: keyof typeof SHOWN, language: Language): Panel {
  const show = SHOWN[of];
  const all = laws.flatMap(({optimal}) =>
    optimal.flatMap(({compute, estimate, truth, low, high}) =>
      [estimate, truth, low, high].flatMap((N) => (N === null ? [] : [show(N, compute)])),
    ),
  );
  const drawn = [...all, ...TRAINED.map(({N}) => show(N, GOPHER_BUDGET))];
  const title = CHINCHILLA_WORDS[of === 'size' ? 'optimum' : 'perParam'][language];
  const y: TrainingAxis = {title, domain: logDomain(drawn, ROOM), look: of === 'size' ? 'count' : 'plain'};
  const thumb: Layer = {
    data: {values: [{at: RULE_OF_THUMB}]},
    mark: {type: 'rule', color: INK.text, strokeDash: [6, 4]},
    encoding: {y: channel('at', y)},
  };
  const layers = layersOf(laws, show, y, runColours(laws.map(({name}) => name)), language);
  return {
    ...SIZE,
    title: {text: CHINCHILLA_WORDS[of === 'size' ? 'sizePanel' : 'dataPanel'][language], fontWeight: STRONG},
    layer: of === 'size' ? layers : [thumb, ...layers],
  };
}

/** How many runs would fix the exponent of a law as narrowly as Hoffmann et al. print it; empty where its interval is not known. */
function precisionText({name, runs, parameters}: RecoveryFinding, language: Language): string {
  const a = parameters.find((one) => one.name === 'a');
  if (!a || a.low === null || a.high === null) return '';
  const width = ((a.high - a.low) * normalQuantile(0.9)) / normalQuantile(0.975);
  // Errors fall as the root of the runs.
  const needed = significant(runs * (width / PRINTED_WIDTH) ** 2, 1).toLocaleString('en');
  const data = {law: name, width: decimal(width), runs: String(runs), needed};
  return fill(CHINCHILLA_WORDS.optimalPrecision, language, data);
}

/** How laws of Chinchilla's form share compute between size and data, as put in and as fitted. */
export const computeOptimalFigure: Figure = {
  ...HEADINGS.computeOptimal,
  draw({findings: {recovery = []}}, language) {
    const laws = recovery.filter(
      ({optimal}) => optimal.length > 0 && optimal.every(({estimate}) => estimate !== null && estimate > 0),
    );
    if (laws.length === 0) return [];
    const sizes = laws.map(({name, optimal}) => {
      const at = optimal.find(({compute}) => compute === GOPHER_BUDGET)!;
      const N = at.truth ?? at.estimate!;
      const ratio = decimal(SHOWN.data(N, GOPHER_BUDGET), 1);
      return fill(CHINCHILLA_WORDS.optimalAt, language, {N: countText(N), ratio, law: name});
    });
    const title = CHINCHILLA_WORDS.optimalTitle[language];
    const caption = fill(CHINCHILLA_WORDS.optimalCaption, language, {
      sizes: sizes.join(LIST_SEPARATOR[language]),
      precision: precisionText(laws[0]!, language),
    });
    const cells = (['size', 'data'] as const).map((of) => panel(laws, of, language));
    return [{id: 'compute-optimal', title, caption, spec: panels(title, 2, cells)}];
  },
};
