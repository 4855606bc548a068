import {widthOf} from '../displayWidth.ts';
import type {Language} from '../figure.ts';
import {RULE_STYLES} from '../marks.ts';
import type {Layer} from '../spec.ts';
import {CELL_INK, INK} from '../theme.ts';
import {MATRIX_WORDS} from '../words/matrix.ts';
import {SHAPE_WORDS} from '../words/verdicts.ts';
import {HEAD} from './grid.ts';
import type {Pen} from './marks.ts';
import type {Place} from './place.ts';

/** A sample with what it stands for. */
interface Entry {
  readonly text: string;
  /** Draws the sample with its left end at a place. */
  readonly draw: (pen: Pen, at: Place) => Layer[];
}

const SAMPLE = {width: 20, height: 13} as const;
/** Between a sample and its text, and between entries. */
const GAP = {text: 6, entry: 20} as const;
/** Width of a letter, pixels. */
const LETTER = 6.1;

const box = ({x, y}: Place) => ({x, y: y - SAMPLE.height / 2, ...SAMPLE});
const across = ({x, y}: Place) => ({from: {x, y}, to: {x: x + SAMPLE.width, y}});
const upright = ({x, y}: Place) => ({
  from: {x: x + SAMPLE.width / 2, y: y - SAMPLE.height / 2},
  to: {x: x + SAMPLE.width / 2, y: y + SAMPLE.height / 2},
});

function entriesOf(hasTruth: boolean, language: Language): readonly Entry[] {
  const shapes = (['sharp', 'soft', 'undetermined'] as const).map((shape): Entry => {
    const {strip: fill, edge: color, dash: strokeDash} = CELL_INK[shape];
    return {text: SHAPE_WORDS[shape][language], draw: (pen, at) => pen.boxes([box(at)], {fill, color, strokeDash})};
  });
  const word = (name: keyof typeof MATRIX_WORDS): string => MATRIX_WORDS[name][language];
  const truth: Entry = {text: word('keyTruth'), draw: (pen, at) => pen.rules([upright(at)], RULE_STYLES.truth)};
  return [
    ...shapes,
    {
      text: word('keyPoints'),
      draw: (pen, at) => pen.points([3, 10, 17].map((right) => ({x: at.x + right, y: at.y + (right % 4) - 2}))),
    },
    {text: word('keyFit'), draw: (pen, at) => pen.rules([across(at)], {color: INK.fit, strokeWidth: 1.5})},
    {text: word('keyOnset'), draw: (pen, at) => pen.rules([upright(at)], RULE_STYLES.onset)},
    {text: word('keyBend'), draw: (pen, at) => pen.boxes([box(at)], {fill: INK.onset, opacity: 0.16})},
    ...(hasTruth ? [truth] : []),
    {
      text: word('keyChance'),
      draw: (pen, at) => pen.rules([across(at)], {color: INK.chance, strokeWidth: 1, strokeDash: [4, 3]}),
    },
  ];
}

/** Entries in lines that are no wider than `width` pixels, each with its left end. */
function linesOf(entries: readonly Entry[], width: number): ReadonlyArray<ReadonlyArray<Entry & {readonly x: number}>> {
  const lines: Array<Array<Entry & {readonly x: number}>> = [[]];
  let x = 0;
  for (const entry of entries) {
    const takes = SAMPLE.width + GAP.text + LETTER * widthOf(entry.text);
    if (x > 0 && x + takes > width) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)!.push({...entry, x});
    x += takes + GAP.entry;
  }
  return lines;
}

/** Lines that the key takes. */
export function keyLineCount(hasTruth: boolean, width: number, language: Language): number {
  return linesOf(entriesOf(hasTruth, language), width).length;
}

/** The key above the heads of the columns. */
export function keyLayers(pen: Pen, hasTruth: boolean, width: number, language: Language): readonly Layer[] {
  return linesOf(entriesOf(hasTruth, language), width).flatMap((line, i) => {
    const y = HEAD.key * (i + 0.5);
    const texts = line.map(({text, x}) => ({x: x + SAMPLE.width + GAP.text, y, text, size: 12}));
    return [...line.flatMap(({draw, x}) => draw(pen, {x, y})), ...pen.texts(texts)];
  });
}
