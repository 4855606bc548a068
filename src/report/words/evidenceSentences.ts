import type {Words} from '../../science/parameter.ts';

/** Sentences that say a piece of evidence in full; the places are filled from the object that the table shows. */
export const EVIDENCE_SENTENCES = {
  rejects: {
    en: 'The smooth-null test rejects every smooth curve for {list}.',
    zh: '平滑零假设检验在以下指标上拒绝了所有平滑曲线：{list}。',
  },
  rejectsOnce: {
    en: 'Before adjustment over the benchmarks it rejects every smooth curve for {list}, after it no longer.',
    zh: '以下指标在多重比较校正前拒绝所有平滑曲线，校正后不再拒绝：{list}。',
  },
  fits: {
    en: 'The smooth-null test does not reject a smooth curve for {list}.',
    zh: '平滑零假设检验在以下指标上没有拒绝平滑曲线：{list}。',
  },
  nullItem: {en: '{metric} ({p}, {curve})', zh: '{metric}（{p}，{curve}）'},
  nullItemHolm: {en: '{metric} ({p}, Holm {holm}, {curve})', zh: '{metric}（{p}，Holm {holm}，{curve}）'},
  rejectionRates: {
    en: 'Over {n} replicates it rejects them in {list}.',
    zh: '{n} 次重复中拒绝的比例：{list}。',
  },
  rateItem: {en: '{rate} ({metric})', zh: '{rate}（{metric}）'},
  freeOnset: {
    en: 'Without a shape for what follows, the score leaves its flat side at {list}.',
    zh: '不假设之后的形状，得分离开平坦段的位置：{list}。',
  },
  above: {
    en: 'Coming from the flat side, chance is first rejected at {list}.',
    zh: '从平坦段出发，首次拒绝随机水平的位置：{list}。',
  },
  abovePlateau: {
    en: 'Coming from the flat side, its level is first rejected at {list}.',
    zh: '从平坦段出发，首次拒绝其水平的位置：{list}。',
  },
  disagreeOnset: {
    en: 'For {metric} the two disagree: the onset without a shape, {free}, and that of the bent hinge, {onset}, have intervals that do not overlap. The place of the onset depends on the shape that is assumed after it; do not cite either alone.',
    zh: '{metric}的两种结果不一致：不假设形状的拐点 {free} 与弯折铰链的拐点 {onset} 区间不重叠。拐点的位置取决于对其后形状的假设，不宜单独引用其中之一。',
  },
  disagreeRejection: {
    en: 'For {metric} the two disagree: {level} is rejected at {first} already, on the worse side of the whole interval of \u03b7, {onset}. The score leaves its level before the hinge bends; \u03b7 is where the fitted curve turns, not the last place at {level}.',
    zh: '{metric}的两种结果不一致：在 {first} 处已拒绝{level}，它位于 \u03b7 的整个区间 {onset} 较差的一侧。得分在铰链弯折之前就已离开该水平；\u03b7 是拟合曲线转折之处，而不是最后仍处于{level}之处。',
  },
  placeItem: {en: '{value} ({metric})', zh: '{value}（{metric}）'},
  shared: {en: 'One onset for {metrics}: {onset}.', zh: '{metrics}共享一个拐点：{onset}。'},
  sharedSame: {
    en: 'One onset for {metrics}: {onset}; the metrics do not differ ({p}).',
    zh: '{metrics}共享一个拐点：{onset}；各指标没有差异（{p}）。',
  },
  sharedDiffers: {
    en: 'One onset for {metrics} would lie at {onset}, but the metrics differ ({p}).',
    zh: '若{metrics}共享一个拐点，它在 {onset}；但各指标有差异（{p}）。',
  },
  explained: {
    en: '{from} is a smooth function of {to}: no break of its own is left ({remaining} of it, {p}).',
    zh: '{from}是{to}的平滑函数：没有剩余的自身拐点（剩 {remaining}，{p}）。',
  },
  unexplained: {
    en: '{from} breaks beyond what a smooth function of {to} explains: {remaining} of its break is left ({p}).',
    zh: '{from}的拐点超出{to}的平滑函数所能解释的范围：拐点还剩 {remaining}（{p}）。',
  },
  explainedOpen: {
    en: 'Whether {from} is a smooth function of {to} cannot be told ({remaining} of its break is left, {p}).',
    zh: '无法判定{from}是否为{to}的平滑函数（拐点剩 {remaining}，{p}）。',
  },
  lineItem: {en: '{metric} ({p})', zh: '{metric}（{p}）'},
  lineItemHolm: {en: '{metric} ({p}, Holm {holm})', zh: '{metric}（{p}，Holm {holm}）'},
  lineRejects: {en: 'smooth curves are rejected for {list}', zh: '平滑曲线被拒绝：{list}'},
  lineFits: {en: 'a smooth curve is not rejected for {list}', zh: '平滑曲线未被拒绝：{list}'},
  collapse: {en: 'Runs at equal {axis}: {list}.', zh: '{axis}相等时各训练运行：{list}。'},
  collapses: {en: 'they agree in {list}', zh: '一致：{list}'},
  differs: {en: 'they differ in {list}', zh: '有差异：{list}'},
  'cannot-tell': {en: 'the data do not decide for {list}', zh: '数据不足以判定：{list}'},
  forecast: {
    en: 'Fitted up to a cutoff and scored on the rest: {list}.',
    zh: '只用截断点之前的数据拟合，对其余数据评分：{list}。',
  },
  forecastAlways: {en: '{law} has the best log score from every cutoff', zh: '各截断点对数评分最高的均为{law}'},
  forecastNothing: {
    en: 'nothing is foreseen from any cutoff, for no winner comes a tenth nearer than a flat line',
    zh: '任何截断点都没有预见到变化（胜出者的误差均不比水平线低十分之一）',
  },
  forecastBlank: {
    en: 'nothing foreseen from {count} of {all}',
    zh: '{all} 个截断点中有 {count} 个没有预见到变化',
  },
  forecastCount: {
    en: '{law} has the best log score from {count} of {all}',
    zh: '{law}对数评分最高（{all} 个截断点中的 {count} 个）',
  },
} as const satisfies Record<string, Words>;
