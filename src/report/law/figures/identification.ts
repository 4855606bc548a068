import type {Drawing, Language} from '../../figure.ts';
import {decimal, extent, significant} from '../../numbers.ts';
import {type Layer, panels} from '../../spec.ts';
import {INK} from '../../theme.ts';
import {fill} from '../../words/fill.ts';
import {LAW_REPORT_WORDS} from '../../words/lawReport.ts';
import {logDomain} from '../channels.ts';
import type {LawStudy} from '../study.ts';
import {digits, span} from '../text.ts';

/** Ratios above this are not drawn. */
const HIGHEST = 12;

/** Profile of the irreducible loss with the cut of its 95 % interval; null for forms without one. */
export function profileDrawing({finding, evidence}: LawStudy, language: Language): Drawing | null {
  if (!evidence.profile || !finding.profile) return null;
  const {parameter, cut, line} = evidence.profile;
  const values = line.map(([value, ratio]) => ({value: significant(value, 5), ratio: significant(ratio, 5)}));
  const [low, high] = extent(values.map(({value}) => value))!;
  const x = {
    type: 'quantitative' as const,
    title: fill(LAW_REPORT_WORDS.floor, language, {parameter}),
    scale: {domain: [low, high], nice: false, zero: false},
    axis: {tickCount: 6, format: '.3~f', grid: false},
  };
  const y = {
    type: 'quantitative' as const,
    title: LAW_REPORT_WORDS.ratio[language],
    scale: {domain: [0, HIGHEST], nice: false},
    axis: {tickCount: 5},
  };
  const layer: Layer[] = [
    {
      data: {values: [{at: significant(cut)}]},
      mark: {type: 'rule', color: INK.text, strokeDash: [4, 3]},
      encoding: {y: {field: 'at', ...y}},
    },
    {
      data: {values: [finding.profile.low, finding.profile.high].map((at) => ({at: significant(at)}))},
      mark: {type: 'rule', color: INK.onset, strokeWidth: 1.2, clip: true},
      encoding: {x: {field: 'at', ...x}},
    },
    {
      data: {values},
      mark: {type: 'line', color: INK.points, strokeWidth: 2, clip: true},
      encoding: {x: {field: 'value', ...x}, y: {field: 'ratio', ...y}},
    },
  ];
  const title = fill(LAW_REPORT_WORDS.profileTitle, language, {parameter});
  const caption = fill(LAW_REPORT_WORDS.profileCaption, language, {parameter, interval: span(finding.profile)});
  return {id: 'law-profile', title, caption, spec: panels(title, 1, [{width: 420, height: 230, layer}])};
}

/** A channel of a parameter over the resamples. */
function parameterChannel(name: string, values: readonly number[], log: boolean) {
  const domain = log ? logDomain(values) : extent(values)!;
  return {
    type: 'quantitative' as const,
    title: name,
    scale: {
      domain: domain.map((end) => significant(end)),
      ...(log ? {type: 'log' as const} : {zero: false}),
      nice: !log,
    },
    axis: {tickCount: 5, format: '.3~g', grid: false},
  };
}

/** The worst identified pair of parameters over the resamples; null where no warning says that something is not identified. */
export function pairDrawing({finding, evidence}: LawStudy, language: Language): Drawing | null {
  const {pair} = evidence;
  if (!pair) return null;
  const [first, second] = pair.names;
  const estimate = (name: string): number => finding.parameters.find((one) => one.name === name)!.estimate;
  const best = [estimate(first), estimate(second)] as const;
  const all = [...pair.draws, best];
  const x = parameterChannel(
    first,
    all.map(([value]) => value),
    pair.log[0],
  );
  const y = parameterChannel(
    second,
    all.map(([, value]) => value),
    pair.log[1],
  );
  const values = pair.draws.map(([a, b]) => ({a: significant(a, 5), b: significant(b, 5)}));
  const layer: Layer[] = [
    {
      data: {values},
      mark: {type: 'circle', size: 12, opacity: 0.4, color: INK.points, clip: true},
      encoding: {x: {field: 'a', ...x}, y: {field: 'b', ...y}},
    },
    {
      data: {values: [{a: significant(best[0], 5), b: significant(best[1], 5)}]},
      mark: {type: 'point', shape: 'cross', size: 110, filled: true, color: INK.onset},
      encoding: {
        x: {field: 'a', ...x},
        y: {field: 'b', ...y},
        tooltip: [
          {field: 'a', type: 'quantitative', title: `${first} ${digits(best[0])}`},
          {field: 'b', type: 'quantitative', title: `${second} ${digits(best[1])}`},
        ],
      },
    },
  ];
  const title = fill(LAW_REPORT_WORDS.pairTitle, language, {x: first, y: second});
  const caption = fill(LAW_REPORT_WORDS.pairCaption, language, {r: decimal(pair.correlation)});
  return {id: 'law-pair', title, caption, spec: panels(title, 1, [{width: 380, height: 300, layer}])};
}
