import type {Words} from '../../science/parameter.ts';
import type {CritiqueKind} from '../critique/critique.ts';

/** What the mirage critique is worth, in a clause. */
export const CRITIQUE_SHORT: Readonly<Record<CritiqueKind, Words>> = {
  explains: {en: 'the mirage critique explains this', zh: '“海市蜃楼”批评能解释这一点'},
  partly: {en: 'the mirage critique explains this in part', zh: '“海市蜃楼”批评只能解释一部分'},
  kept: {en: 'the mirage critique does not explain this', zh: '“海市蜃楼”批评不能解释这一点'},
  moved: {en: 'the mirage critique does not explain this', zh: '“海市蜃楼”批评不能解释这一点'},
  nothing: {en: 'there is nothing for the mirage critique to explain', zh: '没有什么需要“海市蜃楼”批评来解释'},
  reversed: {
    en: 'the mirage critique does not explain this: it is the other way round',
    zh: '“海市蜃楼”批评不能解释这一点：情形恰好相反',
  },
  continuous: {en: 'the mirage critique does not explain this', zh: '“海市蜃楼”批评不能解释这一点'},
  unpaired: {
    en: 'whether the mirage critique explains this cannot be told without a continuous metric',
    zh: '没有连续指标，无法判断“海市蜃楼”批评能否解释这一点',
  },
  open: {
    en: 'whether the mirage critique explains this cannot be told',
    zh: '无法判断“海市蜃楼”批评能否解释这一点',
  },
};

/** Two sentences for each kind: what the critique is worth and on what grounds. */
export const CRITIQUE_SENTENCES: Readonly<Record<CritiqueKind, readonly [Words, Words]>> = {
  explains: [
    {
      en: 'The critique explains this: {from} breaks at {x} {onset}, but the same answers scored by {going} bend smoothly, and the break is gone.',
      zh: '批评能解释这一点：{from}在{x} {onset} 处有拐点，而同一批作答改用{going}计分后平滑弯折，拐点消失。',
    },
    {
      en: 'The width of the transition grows from {fromWidth} to {goingWidths}{truth}.',
      zh: '过渡宽度由 {fromWidth} 增大到 {goingWidths}{truth}。',
    },
  ],
  partly: [
    {
      en: 'The critique explains this in part: the break that {from} has at {x} {onset} goes in {going} and stays in {stayingPlaces}.',
      zh: '批评只能解释一部分：{from}在{x} {onset} 处的拐点，在{going}上消失，在{stayingPlaces}上仍在。',
    },
    {
      en: 'A break that a continuous metric keeps is not made by a discontinuous one alone; widths in {unit}: {goingWidths} against {stayingWidths}{truth}.',
      zh: '连续指标上仍在的拐点，不可能只由不连续指标造成；宽度（{unit}）：{goingWidths}，对比 {stayingWidths}{truth}。',
    },
  ],
  kept: [
    {
      en: 'The critique does not explain this, because the break of {from} at {x} {onset} stays in {stayingPlaces}.',
      zh: '批评不能解释这一点：{from}在{x} {onset} 处的拐点，在{stayingPlaces}上仍在。',
    },
    {
      en: 'If the metric had made the break, these would bend over more than {soft} {unit}; they bend over {stayingWidths}{truth}.',
      zh: '如果拐点由指标造成，它们的弯折应宽于 {soft} {unit}；实际宽度为 {stayingWidths}{truth}。',
    },
  ],
  moved: [
    {
      en: 'The critique does not explain this, because the break moves and does not go: {from} breaks at {x} {onset}, the others elsewhere: {stayingPlaces}.',
      zh: '批评不能解释这一点：拐点只是移动，并未消失；{from}的拐点在{x} {onset} 处，其余在别处：{stayingPlaces}。',
    },
    {
      en: 'The metric decides where the curve breaks, not whether it does; widths in {unit}: {stayingWidths}{truth}.',
      zh: '指标决定拐点在哪里，而不决定有没有拐点；宽度（{unit}）：{stayingWidths}{truth}。',
    },
  ],
  nothing: [
    {
      en: 'There is nothing for the critique to explain: no metric breaks. Already {from} bends over {fromWidth}, and a bend counts as soft from {soft} {unit} on.',
      zh: '没有什么需要批评来解释：没有指标出现拐点，{from}本身的弯折宽度就达 {fromWidth}，而 {soft} {unit} 以上即判为渐变。',
    },
    {en: '{line}{truth}.', zh: '{line}{truth}。'},
  ],
  reversed: [
    {
      en: 'The critique does not explain this, it is the other way round: {stayingPlaces} break although continuous, while {from} bends over {fromWidth}.',
      zh: '批评不能解释这一点，情形恰好相反：连续的{stayingPlaces}有拐点，而{from}的弯折宽度为 {fromWidth}。',
    },
    {
      en: 'Here a discontinuous metric hides a break instead of making one; widths in {unit} of the metrics that break: {stayingWidths}{truth}.',
      zh: '这里不连续指标没有造成拐点，反而掩盖了拐点；有拐点的指标宽度（{unit}）：{stayingWidths}{truth}。',
    },
  ],
  continuous: [
    {
      en: 'The critique does not explain this, because the metrics that break are continuous: {stayingPlaces}.',
      zh: '批评不能解释这一点：出现拐点的正是连续指标：{stayingPlaces}。',
    },
    {
      en: 'There is no discontinuous metric to blame; widths in {unit}: {stayingWidths}{truth}.',
      zh: '没有不连续指标可归咎；宽度（{unit}）：{stayingWidths}{truth}。',
    },
  ],
  unpaired: [
    {
      en: 'Whether the critique explains this cannot be told: {from} breaks at {x} {onset}, and no continuous metric of the same answers was scored.',
      zh: '无法判断批评能否解释这一点：{from}在{x} {onset} 处有拐点，而同一批作答没有用连续指标计分。',
    },
    {en: 'Missing: a continuous metric of the same answers{truth}.', zh: '所缺：同一批作答的连续指标{truth}。'},
  ],
  open: [
    {
      en: 'Whether the critique explains this cannot be told: {open}.',
      zh: '无法判断批评能否解释这一点：{open}。',
    },
    {en: 'Missing: {missing}{truth}.', zh: '所缺：{missing}{truth}。'},
  ],
};

/** Parts of the sentences. */
export const CRITIQUE_WORDS = {
  title: {en: 'What the mirage critique explains, and what it does not', zh: '“海市蜃楼”批评能解释什么，不能解释什么'},
  note: {
    en: 'The critique (Schaeffer et al. 2023) says that a discontinuous metric makes the break and a continuous one removes it. The sentences follow from the most frequent verdicts and shapes over replicates, onsets are means and widths medians over replicates.',
    zh: '该批评（Schaeffer 等 2023）认为拐点由不连续指标造成，换成连续指标即可消除。以下文字由各次重复中最常见的判定与形状得出；拐点为各次重复的均值，宽度为中位数。',
  },
  noteTable: {
    en: 'The critique (Schaeffer et al. 2023) says that a discontinuous metric makes the break and a continuous one removes it. The sentences follow from the verdicts, shapes and widths above.',
    zh: '该批评（Schaeffer 等 2023）认为拐点由不连续指标造成，换成连续指标即可消除。以下文字由上述判定、形状与宽度得出。',
  },
  matrixNote: {
    en: 'All numbers are over replicates: w is the median width with the medians of the ends of its 95 % interval; shape and verdict are the most frequent ones; \u00b1 is the Monte Carlo standard error in percentage points. The verdict of a continuous metric is that of the pair with the discontinuous one; wrong and undecided count against what was put in.',
    zh: '全部数字基于各次重复：w 为宽度的中位数及其 95 % 区间两端的中位数；形状与判定取最常见者；\u00b1 为蒙特卡洛标准误（百分点）。连续指标的判定来自它与不连续指标组成的一对；判错与未定都相对于设定的真值。',
  },
  benchmark: {en: '{benchmark}: {text}', zh: '{benchmark}：{text}'},
  place: {en: '{metric} ({onset})', zh: '{metric}（{onset}）'},
  width: {en: '{width} ({metric})', zh: '{width}（{metric}）'},
  bareWidth: {en: '{width} {unit}', zh: '{width} {unit}'},
  nats: {en: 'nats', zh: 'nat'},
  lineBreaks: {
    en: 'A test against a straight line would still call a break in {list}',
    zh: '以直线为零假设的检验仍会在以下指标上判为有拐点：{list}',
  },
  lineQuiet: {
    en: 'Not even a test against a straight line calls a break',
    zh: '即使以直线为零假设的检验也不判为有拐点',
  },
  lineUnknown: {en: 'A bend is not a break', zh: '弯折不等于拐点'},
  lineItem: {en: '{metric} (Davies, {p})', zh: '{metric}（Davies，{p}）'},
  truthAgrees: {en: '; what was put in is \u201c{truth}\u201d, as found', zh: '；设定的真值是“{truth}”，与判定一致'},
  truthDiffers: {
    en: 'What was put in is \u201c{truth}\u201d, and this design gets it wrong in {rate} of replicates; it would make one believe the following.',
    zh: '设定的真值是“{truth}”，而该设计在 {rate} 的重复中判错，会使人得出以下结论。',
  },
  clauseWrong: {
    en: 'by this verdict {clause}; but what was put in is \u201c{truth}\u201d',
    zh: '按此判定，{clause}；但设定的真值是“{truth}”',
  },
  truthOnly: {en: '; what was put in is \u201c{truth}\u201d', zh: '；设定的真值是“{truth}”'},
  format: {
    en: 'Changing the format, not the metric, removes the break: {sharp} breaks at {x} {onset}, and the same questions asked as {soft} bend over {widths}.',
    zh: '使拐点消失的是作答格式而不是指标：{sharp}在{x} {onset} 处有拐点，而同样的题目改用{soft}作答后弯折宽度为 {widths}。',
  },
  split: {en: 'the verdicts over replicates are {list}', zh: '各次重复的判定为{list}'},
  none: {en: 'the data do not decide', zh: '数据不足以判定'},
  needWidth: {
    en: 'a narrower interval of w for {metric} (now {low} to {high}, w* = {limit}), from more questions or more checkpoints near the bend',
    zh: '{metric}的 w 区间需更窄（目前 {low} 至 {high}，w* = {limit}），即更多题目或弯折附近更多检查点',
  },
  needEdge: {
    en: 'checkpoints beyond the end of the data near which {metric} turns',
    zh: '{metric}在数据边缘转折，需要边缘以外的检查点',
  },
  needNear: {en: 'more checkpoints close to the onset of {metric}', zh: '{metric}的拐点附近需要更多检查点'},
  needGap: {en: 'checkpoints inside the gap of losses ({metric})', zh: '损失空缺处需要检查点（{metric}）'},
  needFit: {en: 'enough different points to fit {metric}', zh: '{metric}需要足够多不同的点才能拟合'},
  needDifference: {
    en: 'a narrower interval of the difference of the onsets of {from} and {to} (now {low} to {high})',
    zh: '{from}与{to}拐点之差的区间需更窄（目前 {low} 至 {high}）',
  },
  needHeld: {
    en: 'more checkpoints near the onset of {from}, where {to} looks soft by itself but not when its onset is held there',
    zh: '{from}拐点附近需要更多检查点：{to}单独看为渐变，固定在该拐点时却不是',
  },
  needCurve: {
    en: 'one curve of the loss: runs differ where their loss is equal, and more questions or checkpoints would not change that',
    zh: '一条以损失为自变量的曲线：损失相同的训练表现不同，增加题目或检查点也无济于事',
  },
  needMore: {
    en: 'more questions, checkpoints or runs, so that replicates agree',
    zh: '更多题目、检查点或训练，使各次重复一致',
  },
} as const satisfies Record<string, Words>;
