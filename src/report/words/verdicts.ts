import type {BenchmarkFinding, Shape} from '../../inference/findings.ts';
import type {Words} from '../../science/parameter.ts';

/** Verdicts in a word or two. */
export const VERDICT_WORDS: Readonly<Record<BenchmarkFinding['verdict'], Words>> = {
  kept: {en: 'break kept', zh: '拐点保留'},
  moved: {en: 'break moved', zh: '拐点移动'},
  removed: {en: 'break removed', zh: '拐点消失'},
  none: {en: 'no break', zh: '没有拐点'},
  'cannot-tell': {en: 'cannot tell', zh: '无法判定'},
  break: {en: 'break', zh: '有拐点'},
  'no-break': {en: 'no break', zh: '没有拐点'},
};

/** What a verdict means, in a clause. */
export const VERDICT_MEANING: Readonly<Record<BenchmarkFinding['verdict'], Words>> = {
  kept: {en: 'the break stays where it is when the metric becomes continuous', zh: '换成连续指标后，拐点仍在原处'},
  moved: {en: 'every metric breaks, but not at the same loss', zh: '各指标都有拐点，但不在同一损失处'},
  removed: {
    en: 'the break is there in the discontinuous metric and gone in a continuous one',
    zh: '不连续指标上有拐点，换成连续指标后消失',
  },
  none: {
    en: 'the fitted transition of the discontinuous metric is already wider than a break would be: there is no break to remove',
    zh: '不连续指标的拟合过渡本身就比拐点应有的更宽：没有可以消失的拐点',
  },
  'cannot-tell': {en: 'the data do not decide', zh: '数据不足以判定'},
  break: {en: 'the metric breaks', zh: '该指标有拐点'},
  'no-break': {
    en: 'the fitted transition is wider than a break would be',
    zh: '拟合的过渡比拐点应有的更宽',
  },
};

/** Shapes of a transition. */
export const SHAPE_WORDS: Readonly<Record<Shape, Words>> = {
  sharp: {en: 'sharp', zh: '突变'},
  soft: {en: 'soft', zh: '渐变'},
  undetermined: {en: 'undetermined', zh: '未定'},
};

/** Between the items of a list. */
export const LIST_SEPARATOR: Words = {en: ', ', zh: '、'};

/** Between the clauses of a line. */
export const CLAUSE_SEPARATOR: Words = {en: ', ', zh: '，'};

/** Sentences that say a finding in full; the places are filled from the same object as the table. */
export const SENTENCE_WORDS = {
  opening: {en: '{benchmark}: {meaning}.', zh: '{benchmark}：{meaning}。'},
  curve: {
    en: '{metric}: \u03b7\u00a0=\u00a0{onset}, w\u00a0=\u00a0{width}, {shape}',
    zh: '{metric}：\u03b7\u00a0=\u00a0{onset}，w\u00a0=\u00a0{width}，{shape}',
  },
  curveEdge: {
    en: '{metric}: no onset inside the data, w\u00a0=\u00a0{width}, {shape}',
    zh: '{metric}：数据范围内没有拐点，w\u00a0=\u00a0{width}，{shape}',
  },
  curveUnfitted: {en: '{metric}: {text}', zh: '{metric}：{text}'},
  separator: {en: '; ', zh: '；'},
  curves: {en: 'Fitted: {list}.', zh: '拟合结果：{list}。'},
  rates: {
    en: 'Over {n} replicates the rule gives the right verdict in {right}, cannot tell in {open} and is wrong in {wrong}.',
    zh: '{n} 次重复中，判定正确 {right}，无法判定 {open}，判错 {wrong}。',
  },
  world: {en: 'World \u201c{world}\u201d', zh: '“{world}”世界'},
  table: {en: 'Table {file}', zh: '数据表 {file}'},
  counts: {en: '{all} {all:benchmark|benchmarks}: {list}', zh: '共 {all} 个基准：{list}'},
  countItem: {en: '{verdict} {count}', zh: '{verdict} {count}'},
  left: {en: 'Further benchmarks in the table of verdicts: {count}.', zh: '另有 {count} 个基准见判定表。'},
  usual: {en: '{verdict} in {rate} of {n} replicates', zh: '{verdict}（{n} 次重复中占 {rate}）'},
  split: {en: 'no verdict in most of {n} replicates: {list}', zh: '{n} 次重复中没有占多数的判定：{list}'},
  splitItem: {en: '{verdict} in {rate}', zh: '{verdict}（{rate}）'},
  example: {
    en: 'replicate 0, as one researcher would see it: {verdict}',
    zh: '第 0 次重复（单个研究者所见）：{verdict}',
  },
  answer: {en: '{benchmarks}: {verdict}', zh: '{benchmarks}：{verdict}'},
} as const satisfies Record<string, Words>;
