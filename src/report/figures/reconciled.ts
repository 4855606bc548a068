import {optimalFor, withEmbeddings} from '../../science/chinchilla/embeddings.ts';
import {allocationOf, isAllocating} from '../../science/chinchilla/optimal.ts';
import {LAWS} from '../../science/laws/registry.ts';
import type {Values} from '../../science/parameter.ts';
import type {Figure, Language} from '../figure.ts';
import {type Counting, isoFlopOf} from '../isoflopOf.ts';
import {countText, decimal, extent, significant} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG, worldColours} from '../theme.ts';
import {channel, logDomain} from '../training/axes.ts';
import {CHINCHILLA_WORDS} from '../words/chinchilla.ts';
import {fill} from '../words/fill.ts';
import {HEADINGS} from './headings.ts';

const COUNTINGS = ['nonEmbedding', 'total'] as const satisfies readonly Counting[];
const SIZE = {width: 320, height: 270} as const;
/** Sizes along the exact frontier, and how far it goes beyond the runs. */
const STEPS = 80;
const LARGEST = 1e12;
/** Room beyond the minima, as a factor. */
const ROOM = 2;
/** Exponents of Kaplan et al. 2020 (table 6) and of Hoffmann et al. 2022 (approach 1). */
const PUBLISHED = [
  {label: 'Kaplan et al. 0.73', at: 0.73},
  {label: 'Hoffmann et al. 0.50', at: 0.5},
] as const;

/** The exact frontier from the smallest run to `largest` parameters: size and compute, counted in one way. */
function frontier(values: Values, counting: Counting, low: number, largest: number) {
  return Array.from({length: STEPS + 1}, (_, i) => {
    const Nne = low * (largest / low) ** (i / STEPS);
    return {N: counting === 'total' ? withEmbeddings(Nne) : Nne, C: optimalFor(values, Nne, counting).C};
  });
}

function colourOf(language: Language) {
  return {
    field: 'counting',
    type: 'nominal' as const,
    title: CHINCHILLA_WORDS.counting[language],
    sort: null,
    scale: {domain: COUNTINGS.map((name) => CHINCHILLA_WORDS[name][language]), range: [...worldColours(COUNTINGS)]},
  };
}

function sizePanel(study: Study, values: Values, [low, high]: readonly [number, number], language: Language): Panel {
  const found = COUNTINGS.map((counting) => isoFlopOf(study, counting));
  const named = (i: number) => CHINCHILLA_WORDS[COUNTINGS[i]!][language];
  const minima = found.flatMap(({curves}, i) =>
    curves.map(({compute, optimum}) => ({counting: named(i), C: significant(compute), N: significant(optimum, 5)})),
  );
  const lines = COUNTINGS.flatMap((counting, i) =>
    frontier(values, counting, low, high).map(({N, C}) => ({counting: named(i), C: significant(C), N: significant(N)})),
  );
  const [computes, sizes] = (['C', 'N'] as const).map((name) =>
    logDomain(
      minima.map((one) => one[name]),
      ROOM,
    ),
  );
  const x = channel('C', {title: CHINCHILLA_WORDS.compute[language], domain: computes!, look: 'power'});
  const y = channel('N', {title: CHINCHILLA_WORDS.optimum[language], domain: sizes!, look: 'count'});
  const color = colourOf(language);
  const [nonEmbedding, total] = found.map(({exponent}) => (exponent ? decimal(exponent.estimate) : '\u2013'));
  return {
    ...SIZE,
    title: {
      text: CHINCHILLA_WORDS.bestSizes[language],
      subtitle: fill(CHINCHILLA_WORDS.fittedBoth, language, {nonEmbedding: nonEmbedding!, total: total!}),
      fontWeight: STRONG,
    },
    layer: [
      {
        data: {values: lines},
        mark: {type: 'line', strokeWidth: 1.3, clip: true},
        encoding: {x, y, color, order: {field: 'C', type: 'quantitative'}},
      },
      {data: {values: minima}, mark: {type: 'circle', size: 30, opacity: 0.9}, encoding: {x, y, color}},
    ],
  };
}

function exponentPanel(values: Values, low: number, language: Language): Panel {
  const slopes = COUNTINGS.flatMap((counting) => {
    const line = frontier(values, counting, low, LARGEST);
    return line.slice(1).map(({N, C}, i) => ({
      counting: CHINCHILLA_WORDS[counting][language],
      C: significant(C),
      a: significant(Math.log(N / line[i]!.N) / Math.log(C / line[i]!.C), 5),
    }));
  });
  const computes = slopes.map(({C}) => C);
  const x = channel('C', {title: CHINCHILLA_WORDS.compute[language], domain: logDomain(computes, 1), look: 'power'});
  const [least, most] = extent([...slopes.map(({a}) => a), ...PUBLISHED.map(({at}) => at)])!;
  const y = {
    type: 'quantitative' as const,
    title: CHINCHILLA_WORDS.exponent[language],
    scale: {domain: [least - 0.04, most + 0.06], nice: false, zero: false},
    axis: {tickCount: 6},
  };
  return {
    ...SIZE,
    title: {text: CHINCHILLA_WORDS.localPanel[language], fontWeight: STRONG},
    layer: [
      {
        data: {values: [...PUBLISHED]},
        mark: {type: 'rule', color: INK.paper, strokeDash: [6, 4]},
        encoding: {y: {field: 'at', ...y}},
      },
      {
        data: {values: [...PUBLISHED]},
        mark: {type: 'text', align: 'right', dx: -4, dy: -7, fontSize: 10.5, color: INK.soft},
        encoding: {x: {value: 'width'}, y: {field: 'at', ...y}, text: {field: 'label', type: 'nominal'}},
      },
      {
        data: {values: slopes},
        mark: {type: 'line', strokeWidth: 1.6, clip: true},
        encoding: {x, y: {field: 'a', ...y}, color: colourOf(language), order: {field: 'C', type: 'quantitative'}},
      },
    ],
  };
}

/** Compute-optimal size of one law, counted with and without embeddings (Pearce and Song 2024). */
export const reconciled: Figure = {
  ...HEADINGS.reconciled,
  draw(study, language) {
    const loss = study.experiment?.loss;
    if (!loss || !isAllocating(LAWS.find(({name}) => name === loss.form)!)) return [];
    const span = extent(study.trajectories.map(({paramsNonEmbedding}) => paramsNonEmbedding));
    if (!span || isoFlopOf(study, 'nonEmbedding').curves.length < 3) return [];
    const title = CHINCHILLA_WORDS.reconciledTitle[language];
    const [low, high] = span;
    const {W, ...shares} = loss.values;
    const a = decimal(allocationOf(shares).a);
    const course =
      W === undefined
        ? fill(CHINCHILLA_WORDS.reconciledPlain, language, {a})
        : fill(CHINCHILLA_WORDS.reconciledWarmup, language, {a, W: countText(W)});
    const cells = [sizePanel(study, loss.values, span, language), exponentPanel(loss.values, low, language)];
    const caption = fill(CHINCHILLA_WORDS.reconciledCaption, language, {
      low: countText(low),
      high: countText(high),
      course,
    });
    return [{id: 'reconciled', title, caption, spec: panels(title, 2, cells)}];
  },
};
