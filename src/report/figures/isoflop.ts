import type {IsoCurve, IsoFlop} from '../../inference/isoflop.ts';
import {allocationOf, computeOptimal, hasOptimum} from '../../science/chinchilla/optimal.ts';
import {LAWS} from '../../science/laws/registry.ts';
import type {Figure, Language} from '../figure.ts';
import {exponentSpread, isoFlopOf} from '../isoflopOf.ts';
import {decimal, digitsFor, extent, intervalText, limitText, significant} from '../numbers.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, rampColours, STRONG} from '../theme.ts';
import {channel, logDomain} from '../training/axes.ts';
import {tenText} from '../training/numbers.ts';
import {CHINCHILLA_WORDS} from '../words/chinchilla.ts';
import {fill} from '../words/fill.ts';
import {HEADINGS} from './headings.ts';

/** Points along a drawn parabola. */
const STEPS = 40;
const SIZE = {width: 330, height: 270} as const;
/** Room beyond the sizes, and beyond the minima, as factors. */
const ROOM = 1.3;
const FAR = 2;

/** Names a curve: three digits, so that close budgets stay apart. */
const budgetText = (compute: number): string => tenText(significant(compute, 3));

function parabola({compute, points, optimum, base, bend}: IsoCurve) {
  const [low, high] = extent(points.filter(({fitted}) => fitted).map(({N}) => N))!;
  return Array.from({length: STEPS + 1}, (_, i) => {
    const N = low * (high / low) ** (i / STEPS);
    return {
      budget: budgetText(compute),
      N: significant(N, 5),
      loss: significant(base + bend * Math.log(N / optimum) ** 2, 5),
    };
  });
}

function curvesPanel({curves}: IsoFlop, language: Language): Panel {
  const word = (name: 'params' | 'loss' | 'budget'): string => CHINCHILLA_WORDS[name][language];
  const budgets = curves.map(({compute}) => budgetText(compute));
  const points = curves.flatMap((curve) =>
    curve.points.map(({N, loss, fitted}) => ({
      budget: budgetText(curve.compute),
      N,
      loss: significant(loss, 5),
      fitted,
    })),
  );
  const minima = curves.map(({compute, optimum, base}) => ({
    budget: budgetText(compute),
    N: significant(optimum, 5),
    loss: significant(base, 5),
  }));
  const [low, high] = extent(points.filter(({fitted}) => fitted).map(({loss}) => loss))!;
  const domain = logDomain(
    points.map(({N}) => N),
    ROOM,
  );
  const x = channel('N', {title: word('params'), domain, look: 'count'});
  const y = {
    field: 'loss',
    type: 'quantitative' as const,
    title: word('loss'),
    scale: {domain: [low - 0.05, high + 0.25], nice: false, zero: false},
    axis: {tickCount: 6},
  };
  const color = {
    field: 'budget',
    type: 'nominal' as const,
    title: word('budget'),
    sort: null,
    scale: {domain: budgets, range: [...rampColours(budgets.length)]},
  };
  const opacity = {condition: {test: 'datum.fitted', value: 0.9}, value: 0.25};
  return {
    ...SIZE,
    layer: [
      {data: {values: points}, mark: {type: 'circle', size: 24, clip: true}, encoding: {x, y, color, opacity}},
      {
        data: {values: curves.flatMap(parabola)},
        mark: {type: 'line', strokeWidth: 1.2},
        encoding: {x, y, color, order: {field: 'N', type: 'quantitative'}},
      },
      {
        data: {values: minima},
        mark: {type: 'point', shape: 'diamond', filled: true, size: 60, color: INK.onset, opacity: 1},
        encoding: {x, y},
      },
    ],
  };
}

/** What is said of the exponent: replicate 0, all replicates, and the law where it has one. */
function exponentText(study: Study, {exponent}: IsoFlop, a: number | null, language: Language): string {
  if (!exponent) return '';
  const spread = exponentSpread(study, 'total');
  const {n = 0, mean = 0, sd = 0} = spread ?? {};
  return [
    fill(CHINCHILLA_WORDS.isoflopFit, language, {a: intervalText(exponent)}),
    spread
      ? fill(CHINCHILLA_WORDS.overReplicates, language, {n, mean: decimal(mean, digitsFor(sd)), sd: limitText(sd)})
      : '',
    a === null ? '' : fill(CHINCHILLA_WORDS.lawExponent, language, {a: decimal(a)}),
  ].join('');
}

function minimaPanel(study: Study, found: IsoFlop, language: Language): Panel {
  const {curves, exponent, scale} = found;
  const loss = study.experiment!.loss;
  const known = hasOptimum(LAWS.find(({name}) => name === loss.form)!);
  const budgets = curves.map(({compute}) => compute);
  const ends = logDomain(budgets, FAR);
  const x = channel('C', {title: CHINCHILLA_WORDS.compute[language], domain: ends, look: 'power'});
  const optima = curves.map(({optimum}) => optimum);
  const y = channel('N', {title: CHINCHILLA_WORDS.optimum[language], domain: logDomain(optima, FAR), look: 'count'});
  const law = known ? ends.map((C) => ({C, N: significant(computeOptimal(loss.values, C).N)})) : [];
  const straight = (values: typeof law, look: {color: string; strokeWidth: number; strokeDash?: number[]}): Layer[] =>
    values.length > 0 ? [{data: {values}, mark: {type: 'line', clip: true, ...look}, encoding: {x, y}}] : [];
  const line = exponent && scale ? ends.map((C) => ({C, N: significant(scale * C ** exponent.estimate)})) : [];
  return {
    ...SIZE,
    title: {
      text: CHINCHILLA_WORDS.minima[language],
      subtitle: exponentText(study, found, known ? allocationOf(loss.values).a : null, language),
      fontWeight: STRONG,
    },
    layer: [
      ...straight(law, {color: INK.truth, strokeDash: [1.6, 3.2], strokeWidth: 1.6}),
      ...straight(line, {color: INK.onset, strokeWidth: 1.2}),
      {
        data: {values: curves.map(({compute, optimum}) => ({C: compute, N: significant(optimum, 5)}))},
        mark: {type: 'point', shape: 'diamond', filled: true, size: 60, color: INK.onset, opacity: 1},
        encoding: {x, y},
      },
    ],
  };
}

/** Curves of equal compute with their minima (Hoffmann et al. 2022, Fig 3). */
export const isoflop: Figure = {
  ...HEADINGS.isoflop,
  draw(study, language) {
    if (!study.experiment) return [];
    const found = isoFlopOf(study, 'total');
    if (found.curves.length < 3) return [];
    const title = CHINCHILLA_WORDS.isoflopTitle[language];
    const cells = [curvesPanel(found, language), minimaPanel(study, found, language)];
    return [{id: 'isoflop', title, caption: CHINCHILLA_WORDS.isoflopCaption[language], spec: panels(title, 2, cells)}];
  },
};
