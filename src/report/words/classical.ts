import type {ClassicalName, ClassicalReason} from '../../inference/evidence.ts';
import type {Words} from '../../science/parameter.ts';

/** What a classical test is called and what it looks for. */
interface TestWords {
  readonly name: Words;
  readonly asks: Words;
  /** Letter of the statistic, the same in both languages; null where its name says it or there is none. */
  readonly letter: string | null;
  /** A straight line of the score, or of its log-odds. */
  readonly null: 'line' | 'logit';
}

const SLOPE = {en: 'a change of slope', zh: '斜率改变'};
const SLOPE_MEAN = {en: 'a change of slope, on average', zh: '斜率改变（取平均）'};
const MEETING = {en: 'two lines that meet', zh: '两段相接直线'};
const CHANGE_MEAN = {en: 'a jump or kink, on average', zh: '跳跃或折点（取平均）'};

/** Classical tests by their name in findings.json. */
export const CLASSICAL_TESTS: Readonly<Record<ClassicalName, TestWords>> = {
  davies: {name: {en: 'Davies', zh: 'Davies 检验'}, asks: SLOPE, letter: '|T|', null: 'line'},
  pseudoScore: {name: {en: 'Pseudo-score', zh: '伪得分检验'}, asks: SLOPE_MEAN, letter: 'T', null: 'line'},
  segmented: {name: {en: 'Segmented', zh: '分段回归'}, asks: MEETING, letter: null, null: 'line'},
  supWald: {
    name: {en: 'sup-Wald (Hansen)', zh: 'sup-Wald（Hansen）'},
    asks: {en: 'the best kink', zh: '最佳折点'},
    letter: 'W',
    null: 'line',
  },
  supF: {
    name: {en: 'sup-F (Andrews)', zh: 'sup-F（Andrews）'},
    asks: {en: 'the best jump or kink', zh: '最佳跳跃或折点'},
    letter: 'F',
    null: 'line',
  },
  expF: {name: {en: 'exp-F', zh: 'exp-F'}, asks: CHANGE_MEAN, letter: null, null: 'line'},
  aveF: {name: {en: 'ave-F', zh: 'ave-F'}, asks: CHANGE_MEAN, letter: null, null: 'line'},
  cusum: {
    name: {en: 'CUSUM', zh: 'CUSUM 检验'},
    asks: {en: 'drift of the residuals', zh: '残差漂移'},
    letter: 'S',
    null: 'line',
  },
  baiPerron: {
    name: {en: 'Bai-Perron', zh: 'Bai-Perron'},
    asks: {en: 'several jumps or kinks', zh: '多个跳跃或折点'},
    letter: '\u0394BIC',
    null: 'line',
  },
  logitDavies: {name: {en: 'Davies, logit', zh: 'Davies 检验（logit）'}, asks: SLOPE, letter: '|Z|', null: 'logit'},
  logitPseudoScore: {
    name: {en: 'Pseudo-score, logit', zh: '伪得分检验（logit）'},
    asks: SLOPE_MEAN,
    letter: 'Z',
    null: 'logit',
  },
  logitSegmented: {name: {en: 'Segmented, logit', zh: '分段 logit 回归'}, asks: MEETING, letter: null, null: 'logit'},
};

/** What the tests hold a break against. */
export const CLASSICAL_NULLS: Readonly<Record<TestWords['null'], Words>> = {
  line: {en: 'straight line', zh: '直线'},
  logit: {en: 'straight line of log-odds', zh: '对数几率的直线'},
};

/** Why a test has nothing to say, or no p. */
export const CLASSICAL_REASONS: Readonly<Record<ClassicalReason, Words>> = {
  'too-few-points': {en: 'too few points', zh: '数据点太少'},
  'on-the-line': {en: 'all points lie on a line', zh: '所有点都在一条直线上'},
  'no-candidate': {en: 'no place for a break', zh: '没有可放置拐点之处'},
  'not-a-share': {en: 'not a share of a known number of questions', zh: '不是已知题数中的比例'},
  'no-maximum': {en: 'the likelihood has no maximum', zh: '似然没有最大值'},
  'no-resamples': {en: 'no resamples', zh: '未作重抽样'},
};

/** Curves with at most one break, by their name in findings.json. */
export const CLASSICAL_MODELS: Readonly<Record<string, Words>> = {
  line: {en: 'line', zh: '直线'},
  quadratic: {en: 'quadratic', zh: '二次曲线'},
  cubic: {en: 'cubic', zh: '三次曲线'},
  hinge: {en: 'flat, then line', zh: '先平后直'},
  segmented: {en: 'two lines that meet', zh: '两段相接直线'},
  step: {en: 'jump', zh: '跳跃'},
  stegmented: {en: 'two lines with a jump', zh: '两段直线加跳跃'},
};

/** Titles, heads, notes and sentences around the classical tests. */
export const CLASSICAL_WORDS = {
  numbers: {en: 'The usual numbers', zh: '常用数值'},
  numbersNote: {
    en: 'Correlations with {x}; the emergence score of Schaeffer et al. (range over the typical step); curves of least squares with one break and where they put it. Last the one with the least BIC: it is often one with a break where the curve bends softly.',
    zh: '与{x}的相关系数；Schaeffer 等的涌现分数（极差与典型步长之比）；带一个拐点的最小二乘曲线及其拐点位置。最后一列为 BIC 最小者：曲线只是柔和弯曲时，它也常常带拐点。',
  },
  spearman: {en: 'Spearman', zh: 'Spearman 相关'},
  pearson: {en: 'Pearson', zh: 'Pearson 相关'},
  emergenceScore: {en: 'Emergence score', zh: '涌现分数'},
  breakOf: {en: 'Break: {model}', zh: '拐点：{model}'},
  best: {en: 'Least BIC', zh: 'BIC 最小'},
  tests: {en: 'What the usual tests say', zh: '常用检验的结果'},
  testsNote: {
    en: 'The null of all of them is one straight line for all points. Every bend fails it: on a smooth exponential or logistic rise they find a break as surely as on a corner, and put an interval around it. They are printed for comparison only. Points weigh the same and count as independent, so p is too small where neighbours along a run are alike. Intervals: 95 %, of segmented regression by its standard error (Muggeo 2003), of sup-Wald by inversion (Hansen 2017), of sup-F and Bai-Perron (number of breaks by BIC) of one break each, rounded outward to points (Bai 1997). CUSUM is conservative on an axis that rises. Logit tests only where scores are shares of a known number of questions.',
    zh: '它们的零假设都是一条直线，任何弯曲都会将其拒绝：对平滑的指数或 logistic 上升，它们同样必然报告拐点，并给出区间。此处仅供对照。各点等权并视为独立，因此沿一次运行相邻的点彼此相似时 p 偏小。区间均为 95 %：分段回归用标准误（Muggeo 2003），sup-Wald 用检验反演（Hansen 2017），sup-F 与 Bai-Perron（拐点个数由 BIC 决定）逐个拐点计算并向外取到数据点（Bai 1997）。在单调的横轴上 CUSUM 偏保守。logit 检验仅用于分数是已知题数中的比例的情形。',
  },
  test: {en: 'Test', zh: '检验'},
  asks: {en: 'Looks for', zh: '寻找'},
  null: {en: 'Null', zh: '零假设'},
  statistic: {en: 'Statistic', zh: '统计量'},
  p: {en: 'p', zh: 'p 值'},
  place: {en: 'Break at ({x})', zh: '拐点（{x}）'},
  noBreak: {en: 'none', zh: '无'},
  sentence: {
    en: 'Usual tests, whose null is one straight line, find a break at 5 %: {list}. Every bend fails that null, a smooth one too.',
    zh: '常用检验以一条直线为零假设，在 5 % 水平报告拐点：{list}。任何弯曲都会拒绝该零假设，平滑的弯曲也不例外。',
  },
  count: {en: '{count} of {all} on {metric}', zh: '{metric} {all} 个中有 {count} 个'},
} as const satisfies Record<string, Words>;
