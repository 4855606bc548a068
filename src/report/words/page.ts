import type {Words} from '../../science/parameter.ts';

/** Words of the report page and its Markdown twin. */
export const PAGE_WORDS = {
  question: {en: 'Does a continuous metric remove the breakpoint?', zh: '换用连续指标，拐点会消失吗？'},
  tablePairs: {
    en: 'Is there a break in {file}, and does a continuous metric remove it?',
    zh: '{file} 中有拐点吗？换用连续指标，它会消失吗？',
  },
  tableQuestion: {en: 'Is there a break in {file}?', zh: '{file} 中有拐点吗？'},
  report: {en: 'report', zh: '报告'},
  meta: {
    en: 'seed {seed} · replicates: {replicates} · checkpoints: {checkpoints} · choice evaluations: {evaluations} · result {hash}',
    zh: '种子 {seed} · {replicates} 次重复 · {checkpoints} 个检查点 · {evaluations} 次选项评估 · 结果哈希 {hash}',
  },
  metaTable: {
    en: '{used} of {rows} {rows:row|rows} · curves: {curves} · result {hash}',
    zh: '使用 {rows} 行中的 {used} 行 · {curves} 条曲线 · 结果哈希 {hash}',
  },
  answer: {en: 'The answer', zh: '结论'},
  etaTitle: {en: 'Which \u03b7 is which', zh: '几个 \u03b7 的区别'},
  etaTruth: {
    en: 'World \u201c{world}\u201d was simulated with \u03b7 = {list}: this is the truth an estimate is held against.',
    zh: '“{world}”世界按 \u03b7 = {list}模拟：估计值与这一真值比较。',
  },
  etaNone: {en: 'World \u201c{world}\u201d has no threshold.', zh: '“{world}”世界没有阈值。'},
  etaBend: {
    en: '{value} ({benchmark}, a smooth bend of width w = {width})',
    zh: '{value}（{benchmark}，宽度 w = {width} 的平滑弯折）',
  },
  etaItem: {en: '{value} ({benchmark})', zh: '{value}（{benchmark}）'},
  etaPaper: {
    en: 'Du et al. 2024 state \u201cabout {value}\u201d for {benchmarks}, read off their figure by eye. The preset threshold world is calibrated to the digitised points of the same figure and lies lower.',
    zh: 'Du 等 2024 对 {benchmarks} 给出的“约 {value}”是从图上目测的。阈值世界的预设值按同一幅图的数字化点校准，因此略低。',
  },
  verdicts: {en: 'Verdicts', zh: '判定'},
  verdictsNote: {
    en: 'Estimates and 95 % intervals: replicate 0, as one researcher would see it. [a \u2026 b]: the interval has gaps, places between a and b that the data exclude; the panels draw its pieces. Shape and verdict are those of replicate 0, too; in brackets: share of replicates that agree with it. The answers at the top name the most frequent verdict of all replicates, which may be another. Errors: share of all replicates, \u00b1 Monte Carlo standard error in percentage points.',
    zh: '估计值与 95 % 区间来自第 0 次重复，即单个研究者所见；[a \u2026 b] 表示区间有间断，即 a 与 b 之间有被数据排除的部分，各段见图。形状与判定也取自第 0 次重复，括号内：与之一致的重复所占比例；页首的结论是全部重复中最常见的判定，可能与之不同。出错率：占全部重复的比例，\u00b1 为蒙特卡洛标准误（百分点）。',
  },
  verdictsTable: {
    en: 'Estimates with their 95 % intervals. [a \u2026 b]: the interval has gaps, places between a and b that the data exclude; the panels draw its pieces. w*, the width below which a bend counts as sharp, is drawn in the ladder of widths where there is an onset.',
    zh: '估计值及其 95 % 区间；[a \u2026 b] 表示区间有间断，即 a 与 b 之间有被数据排除的部分，各段见图。w*（低于它的弯折算作突变）在有拐点时见过渡宽度图。',
  },
  pairs: {en: 'From discontinuous to continuous', zh: '从不连续指标到连续指标'},
  sentences: {en: 'In words', zh: '文字说明'},
  figures: {en: 'Figures', zh: '图'},
  figureNote: {en: 'Follows {paper}.', zh: '参照 {paper}。'},
  truth: {en: 'Truth beside estimate', zh: '真值与估计'},
  truthNote: {
    en: 'Bias, coverage and shapes: over {n} replicates, with Monte Carlo standard errors.',
    zh: '偏差、覆盖率与形状：基于 {n} 次重复，附蒙特卡洛标准误。',
  },
  candidates: {en: 'Candidate curves', zh: '候选曲线'},
  candidatesNote: {
    en: 'Every curve against the best smooth rivals. Lower AICc and BIC are better; the weight is the Akaike weight. Interval inflation: (1 + r) / (1 \u2212 r), with r the lag-1 correlation of the residuals along a run; likelihood ratios are divided by it, so that dependent points do not make the intervals too short.',
    zh: '每条曲线与最佳平滑候选的比较。AICc 与 BIC 越低越好；权重为 Akaike 权重。区间膨胀系数：(1 + r) / (1 \u2212 r)，r 为残差沿训练运行的一阶相关；似然比除以该系数，以免点之间的相依使区间过短。',
  },
  candidate: {en: 'Curve', zh: '曲线'},
  weight: {en: 'Weight', zh: '权重'},
  parameters: {en: 'Parameters', zh: '参数'},
  why: {en: 'Shape {shape}: {reason}.', zh: '形状为{shape}：{reason}。'},
  unfitted: {en: 'This curve was {text}.', zh: '该曲线{text}。'},
  estimator: {
    en: 'Bent hinge: weights {weights}, {postBreak} after the break, far side {farSide}, points with loss {low} to {high}, interval inflation {inflation}.',
    zh: '弯折铰链：权重 {weights}，拐点后 {postBreak}，远端 {farSide}，使用损失 {low} 至 {high} 的点，区间膨胀系数 {inflation}。',
  },
  plateau: {
    en: 'Flat side: level {level}, slope {slope} per nat, {chance}.',
    zh: '平坦段：水平 {level}，斜率 {slope}/nat，{chance}。',
  },
  atChance: {en: 'equivalent to chance within {margin}', zh: '在 {margin} 范围内等同随机水平'},
  notAtChance: {en: 'not shown to equal chance within {margin}', zh: '未能证明在 {margin} 范围内等同随机水平'},
  noChance: {en: 'no chance level', zh: '无随机水平'},
  design: {en: 'Design (ADEMP)', zh: '实验设计（ADEMP）'},
  designNote: {en: 'After Morris, White and Crowther 2019.', zh: '按 Morris、White 与 Crowther 2019 的框架。'},
  tableSection: {en: 'The table', zh: '数据表'},
  tableNote: {
    en: 'Nothing here is simulated: these are the numbers of the table.',
    zh: '这里没有任何模拟：全部数字都来自这张表。',
  },
  limits: {en: 'Known limits', zh: '已知局限'},
  again: {en: 'How to regenerate any number', zh: '如何重新得到每个数字'},
  rows: {en: '{count} {count:row|rows}', zh: '{count} 行'},
  againRun: {
    en: 'Every number follows from experiment.yaml. In the folder of this report, run it again and compare resultHash in manifest.json with {hash}; it does not depend on the number of workers.',
    zh: '所有数字都由 experiment.yaml 决定。在本报告所在目录重新运行，并将 manifest.json 中的 resultHash 与 {hash} 比较；该值与并行数无关。',
  },
  againTable: {
    en: 'Judge the same table again with the same options and compare resultHash in manifest.json with {hash}; it does not depend on the number of workers.',
    zh: '用相同的选项再次判定同一张表，并将 manifest.json 中的 resultHash 与 {hash} 比较；该值与并行数无关。',
  },
  againFigures: {en: 'Redraw the figures without simulating:', zh: '不重新模拟，只重画图：'},
  againWhere: {
    en: 'Each table row stands in findings.json under curves (world, benchmark, metric) and benchmarks; each point in tables/scores; each picture beside its Vega-Lite spec in figures/.',
    zh: '表中每一行都在 findings.json 的 curves（world、benchmark、metric）与 benchmarks 中；每个点都在 tables/scores 中；每幅图旁都有对应的 Vega-Lite 规格（figures/）。',
  },
  againWhereTable: {
    en: 'Each table row stands in findings.json under curves (benchmark, metric) and benchmarks; each picture beside its Vega-Lite spec in figures/.',
    zh: '表中每一行都在 findings.json 的 curves（benchmark、metric）与 benchmarks 中；每幅图旁都有对应的 Vega-Lite 规格（figures/）。',
  },
  seconds: {en: 'Seconds by stage', zh: '各阶段耗时（秒）'},
  stage: {en: 'Stage', zh: '阶段'},
  secondsHead: {en: 'Seconds', zh: '秒'},
  total: {en: 'total', zh: '合计'},
  made: {en: 'Made by mirage-lab {version}.', zh: '由 mirage-lab {version} 生成。'},
  svgExport: {en: 'Save as SVG', zh: '保存为 SVG'},
  pngExport: {en: 'Save as PNG', zh: '保存为 PNG'},
} as const satisfies Record<string, Words>;
