import type {Words} from '../../science/parameter.ts';
import type {CellKind} from '../critique/critique.ts';

/** For each kind of pair two sentences: what the critique is worth for one continuous metric, and why. */
export const CELL_SENTENCES: Readonly<Record<CellKind, readonly [Words, Words]>> = {
  removed: [
    {en: 'The critique explains this.', zh: '批评能解释这一点。'},
    {
      en: '{from} breaks and bends over {fromWidth}; the same answers scored by {to} bend over {toWidth}.',
      zh: '{from}有拐点，弯折宽 {fromWidth}；同一批作答改用{to}计分后弯折宽 {toWidth}。',
    },
  ],
  kept: [
    {en: 'The critique does not explain this.', zh: '批评不能解释这一点。'},
    {
      en: 'It does not, because {to} breaks as well, at the same {x}: {places}; its bend is {toWidth} wide.',
      zh: '因为{to}在同一{x}处也有拐点：{places}；其弯折宽 {toWidth}。',
    },
  ],
  moved: [
    {en: 'The critique does not explain this.', zh: '批评不能解释这一点。'},
    {
      en: 'It does not, because {to} breaks as well, only at another {x}: {places}; its bend is {toWidth} wide.',
      zh: '因为{to}也有拐点，只是在另一{x}处：{places}；其弯折宽 {toWidth}。',
    },
  ],
  none: [
    {en: 'There is nothing for the critique to explain.', zh: '没有什么需要批评来解释。'},
    {
      en: '{from} does not break in the first place: it bends over {fromWidth}, and {to} over {toWidth}.',
      zh: '{from}本来就没有拐点：弯折宽 {fromWidth}，{to}为 {toWidth}。',
    },
  ],
  reversed: [
    {
      en: 'The critique does not explain this, it is the other way round.',
      zh: '批评不能解释这一点，情形恰好相反。',
    },
    {
      en: 'It does not, because {to} breaks although continuous, over {toWidth}, while {from} bends over {fromWidth}.',
      zh: '因为{to}虽是连续指标却有拐点，弯折宽 {toWidth}，而{from}的弯折宽 {fromWidth}。',
    },
  ],
  open: [
    {en: 'Whether the critique explains this cannot be told.', zh: '无法判断批评能否解释这一点。'},
    {en: 'It cannot, because {open}{widths}.', zh: '因为{open}{widths}。'},
  ],
};

/** Heads of the table of cells and parts of its sentences. */
export const CELL_WORDS = {
  title: {en: 'Metric by metric', zh: '逐个指标'},
  claim: {en: 'The mirage critique', zh: '“海市蜃楼”批评'},
  cause: {en: 'Because', zh: '原因'},
  widths: {en: '; widths in {unit}: {list}', zh: '；宽度（{unit}）：{list}'},
} as const satisfies Record<string, Words>;
