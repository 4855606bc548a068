import {widthTitle} from '../axisNames.ts';
import {captionText, figureText} from '../captions.ts';
import type {Figure, Language} from '../figure.ts';
import {drawnPart, worldLabel} from '../lookup.ts';
import {decimal, digitsFor, extent, limitText, significant} from '../numbers.ts';
import {type Ladder, widthLadders} from '../scale/widthLadder.ts';
import {type Layer, type Panel, panels} from '../spec.ts';
import type {Study} from '../study.ts';
import {INK, STRONG} from '../theme.ts';
import {AXIS_WORDS, KEY_WORDS} from '../words/figures.ts';
import {fill} from '../words/fill.ts';
import {HEADINGS} from './headings.ts';

/** Room beyond the data, as a factor. */
const ROOM = 1.25;
/** Ladders beside each other. */
const COLUMNS = 2;

function channelsOf(study: Study, {rungs}: Ladder, language: Language) {
  const lengths = rungs.map(({tokens}) => tokens);
  const [least, most] = extent(lengths)!;
  const ends = rungs.flatMap(({width, low, high, lawLow, lawHigh}) => [width, low, high, lawLow, lawHigh]);
  const [low, high] = extent(ends.filter((end) => end > 0))!;
  const log = (from: number, to: number) => ({
    type: 'log' as const,
    domain: [significant(from / ROOM), significant(to * ROOM)],
    nice: false,
  });
  const x = {
    field: 'tokens',
    type: 'quantitative' as const,
    title: AXIS_WORDS.length[language],
    scale: log(least, most),
    axis: {values: [...new Set(lengths)], grid: false, format: '~g'},
  };
  const ticks = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
  const y = {
    type: 'quantitative' as const,
    title: widthTitle(study, language),
    scale: log(low, high),
    axis: {values: ticks, format: '~g'},
  };
  return {x, y, floor: significant(low / ROOM)};
}

function layersOf({rungs, fit}: Ladder, {x, y, floor}: ReturnType<typeof channelsOf>): Layer[] {
  const [least, most] = extent(rungs.map(({tokens}) => tokens))!;
  const fitted = fit
    ? [least, most].map((tokens) => ({tokens, fitted: significant(fit.scale * tokens ** fit.exponent)}))
    : [];
  const fields = ['tokens', 'width', 'low', 'high', 'law'] as const;
  const tooltip = fields.map((field) => ({field, type: 'quantitative' as const, format: '.3~g'}));
  const dots = (censored: boolean): Layer => ({
    transform: [{filter: censored ? 'datum.censored' : '!datum.censored'}],
    mark: {type: 'point', filled: !censored, size: 60, color: INK.onset, opacity: 1, strokeWidth: 1.6},
    encoding: {x, y: {field: 'width', ...y}, tooltip},
  });
  return [
    {
      mark: {type: 'area', color: INK.paper, opacity: 0.22},
      encoding: {x, y: {field: 'lawLow', ...y}, y2: {field: 'lawHigh'}},
    },
    {
      mark: {type: 'line', color: INK.truth, strokeDash: [5, 4], strokeWidth: 1.2},
      encoding: {x, y: {field: 'law', ...y}},
    },
    {
      data: {values: fitted},
      mark: {type: 'line', color: INK.onset, strokeWidth: 1.4},
      encoding: {x, y: {field: 'fitted', ...y}},
    },
    {
      // An interval that reaches 0 ends at the edge of the axis.
      transform: [{calculate: `max(datum.low, ${floor})`, as: 'from'}],
      mark: {type: 'rule', color: INK.onset, strokeWidth: 2, opacity: 0.75, clip: true},
      encoding: {x, y: {field: 'from', ...y}, y2: {field: 'high'}},
    },
    dots(false),
    dots(true),
  ];
}

function panel(study: Study, ladder: Ladder, language: Language): Panel {
  const {world, fit, rungs} = ladder;
  const name = worldLabel(study, world, language);
  const text = fit
    ? fill(KEY_WORDS.lengthLaw, language, {
        world: name,
        slope: decimal(fit.exponent, digitsFor(fit.standardError)),
        se: limitText(fit.standardError),
      })
    : fill(KEY_WORDS.lengthUnknown, language, {world: name});
  return {
    title: {text, fontWeight: STRONG},
    width: 360,
    height: 280,
    data: {values: [...rungs]},
    layer: layersOf(ladder, channelsOf(study, ladder, language)),
  };
}

/** Width of the bend of exact match against the length of the answer, with the power law of its points and that of the theory, both axes logarithmic. */
export const widthByLength: Figure = {
  ...HEADINGS.widthByLength,
  draw(whole, language) {
    const study = drawnPart(whole);
    const ladders = widthLadders(study);
    if (ladders.length === 0) return [];
    const title = figureText(study, 'widthByLength', language);
    const cells = ladders.map((ladder) => panel(study, ladder, language));
    return [
      {
        id: 'width-by-length',
        title,
        caption: captionText(whole, 'widthByLengthCaption', language),
        spec: panels(title, Math.min(COLUMNS, cells.length), cells),
      },
    ];
  },
};
