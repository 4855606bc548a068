import type {Words} from '../../science/parameter.ts';

/** Heads and cells of the verdict table, the same in the figure, the page, the Markdown twin and the terminal. */
export const TABLE_WORDS = {
  world: {en: 'World', zh: '世界'},
  benchmark: {en: 'Benchmark', zh: '基准'},
  metric: {en: 'Metric', zh: '指标'},
  onset: {en: 'Onset \u03b7 (nats/token)', zh: '拐点 \u03b7 (nat/token)'},
  width: {en: 'Width w (nats)', zh: '宽度 w (nat)'},
  shape: {en: 'Shape', zh: '形状'},
  reason: {en: 'Why', zh: '理由'},
  verdict: {en: 'Verdict', zh: '判定'},
  pairs: {en: 'From \u2192 to', zh: '指标对'},
  difference: {en: 'Difference of \u03b7', zh: '\u03b7 之差'},
  errors: {en: 'Error of this design', zh: '该设计的出错率'},
  truthOnset: {en: 'True \u03b7', zh: '\u03b7 真值'},
  truthWidth: {en: 'True w', zh: 'w 真值'},
  bias: {en: 'Bias of \u03b7', zh: '\u03b7 的偏差'},
  coverageOnset: {en: 'Cover \u03b7', zh: '\u03b7 区间覆盖率'},
  coverageWidth: {en: 'Cover w', zh: 'w 区间覆盖率'},
  shapes: {en: 'Sharp / soft / open', zh: '突变/渐变/未定'},
  wrongRate: {en: 'wrong {rate}', zh: '判错 {rate}'},
  openRate: {en: 'undecided {rate}', zh: '未定 {rate}'},
  rightRate: {en: 'right {rate}', zh: '判对 {rate}'},
  overReplicates: {en: 'over {n} replicates', zh: '共 {n} 次重复'},
  noBreak: {en: 'no break', zh: '无拐点'},
  unknown: {en: 'unknown', zh: '未知'},
} as const satisfies Record<string, Words>;
