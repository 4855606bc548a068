import type {Words} from '../../science/parameter.ts';

/** Axes, colours and labels of the figures about shape, data, transfer, batch, positions and schedules. */
export const MODEL_AXES = {
  lossIncrease: {en: 'loss increase (%)', zh: '损失增加 (%)'},
  feedForward: {en: 'feed-forward ratio d_ff / d_model', zh: '前馈比 d_ff / d_model'},
  aspect: {en: 'aspect ratio d_model / n_layer', zh: '宽深比 d_model / n_layer'},
  head: {en: 'head dimension d_model / n_head', zh: '注意力头维度 d_model / n_head'},
  shapeSeries: {en: 'model', zh: '模型'},
  widthSeries: {en: 'd_model {width}', zh: 'd_model {width}'},
  withEmbedding: {en: 'parameters with embeddings', zh: '参数量（含嵌入）'},
  layers: {en: 'layers', zh: '层数'},
  distribution: {en: 'tested on', zh: '测试文本'},
  otherLoss: {en: 'loss on other text (nats per token)', zh: '其他文本上的损失 (nat/token)'},
  ownLoss: {
    en: 'loss on WebText2 (nats per token, falling to the right)',
    zh: 'WebText2 上的损失（nat/token，向右下降）',
  },
  overfitMeasure: {en: 'N^(\u03b1_N/\u03b1_D) / D', zh: 'N^(\u03b1_N/\u03b1_D) / D'},
  excess: {en: 'L / L(D = \u221e) \u2212 1', zh: 'L / L(D = \u221e) \u2212 1'},
  trainLoss: {en: 'training loss (nats per token, falling to the right)', zh: '训练损失（nat/token，向右下降）'},
  critical: {en: 'critical batch (tokens)', zh: '临界批量（token）'},
  examples: {en: 'tokens processed E', zh: '已处理的 token 数 E'},
  stopBound: {
    en: 'S_c (L(N, D) \u2212 L(N, \u221e))^(\u22121/\u03b1_S)',
    zh: 'S_c (L(N, D) \u2212 L(N, \u221e))^(\u22121/\u03b1_S)',
  },
  stop: {en: 'S_stop, step of the least test loss', zh: 'S_stop，测试损失最小的步数'},
  testLoss: {en: 'loss (nats per token)', zh: '损失 (nat/token)'},
  position: {en: 'position T in the context', zh: '上下文中的位置 T'},
  tokenLoss: {en: 'loss of the token (nats)', zh: '该 token 的损失 (nat)'},
  rate: {en: 'learning rate', zh: '学习率'},
  summedRate: {en: 'learning rate summed over steps', zh: '学习率按步求和'},
  schedule: {en: 'decay', zh: '衰减方式'},
  constant: {en: 'constant', zh: '恒定'},
  linear: {en: 'linear', zh: '线性'},
  cosine: {en: 'cosine', zh: '余弦'},
  exponential: {en: 'exponential', zh: '指数'},
  triangle: {en: 'up and down', zh: '先升后降'},
} as const satisfies Record<string, Words>;

/** Titles of panels, and the lines of numbers under them. */
export const MODEL_PANELS = {
  feedForward: {en: 'Feed-forward ratio, 50M parameters', zh: '前馈比，50M 参数'},
  aspect: {en: 'Aspect ratio', zh: '宽深比'},
  head: {en: 'Head dimension, 25M parameters', zh: '注意力头维度，25M 参数'},
  shapeWorst: {en: 'highest {share} (published about {read} %)', zh: '最高 {share}（发表值约 {read} %）'},
  compensated: {en: '{compute} more compute', zh: '多用 {compute} 计算量'},
  forOne: {en: 'makes up for 1 % of loss', zh: '可抵消 1 % 的损失'},
  withEmbedding: {en: 'With embeddings', zh: '含嵌入'},
  withoutEmbedding: {en: 'Without embeddings', zh: '不含嵌入'},
  depthFit: {
    en: 'one power law, 2 layers and more: \u03b1_N {exponent} (published 0.076), scatter {scatter}',
    zh: '2 层以上的单一幂律：\u03b1_N {exponent}（发表值 0.076），散布 {scatter}',
  },
  transferSize: {en: 'Loss of finished models', zh: '训练完成模型的损失'},
  transferOwn: {en: 'Against the loss on the training text', zh: '对照训练文本上的损失'},
  transferFit: {
    en: '\u03b1_N {own} on WebText2, {low} to {high} on the others',
    zh: 'WebText2 上 \u03b1_N {own}，其余 {low} 至 {high}',
  },
  transferCourse: {
    en: 'dots: finished models; dashes: {run} in training',
    zh: '点：训练完成的模型；虚线：训练中的 {run}',
  },
  dataLoss: {en: 'Loss against size, a line for each data set', zh: '损失随规模的变化，每个数据集一条线'},
  dataCollapse: {en: 'Overfitting falls on one curve', zh: '过拟合落在一条曲线上'},
  dataFit: {en: 'fitted {aN}, {Nc}, {aD}, {Dc}', zh: '拟合 {aN}，{Nc}，{aD}，{Dc}'},
  dataPublished: {en: 'published {aN}, {Nc}, {aD}, {Dc}', zh: '发表值 {aN}，{Nc}，{aD}，{Dc}'},
  dataCurve: {en: 'line: the published law', zh: '线：发表的定律'},
  dataDistance: {en: 'rms distance of the dots {rms}', zh: '各点的均方根偏差 {rms}'},
  tradeoff: {en: 'Steps against tokens, {family}', zh: '步数与 token 数的权衡，{family}'},
  tradeoffSub: {en: 'to losses {losses}; lines: fitted hyperbolas', zh: '达到损失 {losses}；线：拟合的双曲线'},
  critical: {en: 'Critical batch', zh: '临界批量'},
  criticalFit: {en: 'fitted {fitted} (black); dashed: {published}', zh: '拟合 {fitted}（黑线）；虚线：{published}'},
  stopBound: {en: 'Where the test loss is least', zh: '测试损失最小处'},
  stopFit: {
    en: 'line: the bound; least ratio {least}, median {median}',
    zh: '线：下界；最小比值 {least}，中位数 {median}',
  },
  stopCourse: {en: '{size} on parts of the data', zh: '{size}，部分数据'},
  stopLook: {en: 'solid: test loss; dashes: train loss', zh: '实线：测试损失；虚线：训练损失'},
  positionFit: {en: 'Loss of a token by its position', zh: '各位置 token 的损失'},
  positionLook: {en: 'dots: simulated; dashes: published fits', zh: '点：模拟；虚线：发表的拟合'},
  positionLaw: {en: '{size}: {fitted} ({published})', zh: '{size}：{fitted}（{published}）'},
  positionFits: {en: 'Fits to dots (published)', zh: '对点的拟合（发表值）'},
  positionSteps: {en: '{size} in training', zh: '训练中的 {size}'},
  positionStart: {en: 'start: an even guess, ln 50257 = 10.8', zh: '起点：均匀猜测，ln 50257 = 10.8'},
  positionSizes: {en: 'Finished models', zh: '训练完成的模型'},
  positionShort: {en: 'dashes: context of 8 tokens (illustrative)', zh: '虚线：8 个 token 的上下文（示意）'},
  rates: {en: 'Learning rates', zh: '学习率'},
  rateRule: {en: 'LR(N) for {size}: {rate}', zh: '{size} 的 LR(N)：{rate}'},
  flat: {en: 'Loss of a {size} model', zh: '{size} 模型的损失'},
  flatFit: {
    en: 'sum over 100: mean {mean}, {low} to {high} (published 3.72 to 3.79)',
    zh: '总和超过 100：均值 {mean}，{low} 至 {high}（发表值 3.72 至 3.79）',
  },
} as const satisfies Record<string, Words>;

/** Names, titles and captions of the figures. */
export const MODEL_FIGURES = {
  shapePenalty: {en: 'What the shape of a model costs', zh: '模型形状的代价'},
  shapePenaltyCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 5; illustrative. Dots: simulated finished models of equal size, their loss over that of the best shape. The cost of a shape (black line) is ours: its ends are read off the figure, between them it is a power of the ratio on either side. Compute with exponent 0.050: {compute} more of it lowers the loss by 1 %; the paper writes 22 % beside the middle panel.',
    zh: '版式同 Kaplan 等 2020 图 5；示意。点：模拟的同等规模的训练完成模型，其损失与最优形状之比。形状的代价（黑线）由我们设定：两端读自原图，中间两侧各为比值的幂。按指数 0.050，多用 {compute} 的计算量可使损失降低 1 %；论文在中图旁写的是 22 %。',
  },
  embeddingCount: {en: 'Counting parameters with and without embeddings', zh: '含嵌入与不含嵌入的参数计数'},
  embeddingCountCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 6. Dots: simulated finished models of 0 to 48 layers. With embeddings (left) depths lie apart; without them (right) all from two layers on fall on one line. Scatter: root mean square of ln L about one power law. Models of 0 and 1 layers are illustrative: without layers the law reads the 2 d_model parameters of the last normalisation, and one layer costs (N / 3e3)^0.025.',
    zh: '版式同 Kaplan 等 2020 图 6。点：模拟的 0 至 48 层训练完成模型。计入嵌入（左）时各深度分离；不计嵌入（右）时 2 层以上的模型都落在一条线上。散布：ln L 对单一幂律的均方根偏差。0 层与 1 层模型为示意：没有层时定律只读到末端归一化的 2 d_model 个参数，一层的代价为 (N / 3e3)^0.025。',
  },
  transfer: {en: 'Loss on text of other kinds', zh: '其他文本上的损失'},
  transferCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 8. The loss on other text follows from the loss on the training text alone: a nearly constant, slowly growing offset, the least-squares line of our readings of the figure, held beyond them (for Common Crawl and Internet Books one reading each, hence a constant offset). Left: simulated finished models, nearly parallel lines. Right: the same models, and the largest one along its training; both lie on one line, whatever the phase of training. Offsets of the largest model: {offsets}; the paper\u2019s at 1.5B, as we read them: {read}.',
    zh: '版式同 Kaplan 等 2020 图 8。其他文本上的损失只取决于训练文本上的损失：一个几乎恒定、缓慢增大的偏移，取我们从原图读数的最小二乘直线，读数范围之外保持不变（Common Crawl 与 Internet Books 各只有一个读数，故偏移恒定）。左：模拟的训练完成模型，各线近乎平行。右：同一批模型，以及最大模型的训练过程；无论训练处于哪个阶段，都落在同一条线上。最大模型的偏移：{offsets}；论文在 1.5B 处的读数：{read}。',
  },
  overfitting: {en: 'Overfitting by size and data', zh: '过拟合随规模与数据的变化'},
  overfittingCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 9. Dots: simulated runs trained to their end on parts of the data. Left: lines are L(N, D), equation 1.5, fitted to the dots; its constants stand under the title. Right: the loss over that of the same size on the most data, against N^(\u03b1_N/\u03b1_D) / D with the published exponents. By the fitted law {tokens} tokens hold the overfitting of 1B parameters at 2 %; the rule D = 5e3 N^0.74 says {rule}. 8 times the size needs {growth} times the data (published about 5). In the paper the runs on 21M tokens lie above the law; the simulation follows the law there.',
    zh: '版式同 Kaplan 等 2020 图 9。点：在部分数据上训练到底的模拟运行。左：线为拟合到各点的 L(N, D)（式 1.5），其常数见标题下方。右：损失与同规模、最多数据时之比，横轴为 N^(\u03b1_N/\u03b1_D) / D（采用发表的指数）。按拟合的定律，{tokens} 个 token 可把 1B 参数的过拟合控制在 2 %；规则 D = 5e3 N^0.74 给出 {rule}。规模增至 8 倍需要 {growth} 倍的数据（发表值约 5）。论文中 21M token 的运行高于该定律，模拟在那里遵循定律。',
  },
  criticalBatch: {en: 'The critical batch, measured', zh: '临界批量的测量'},
  criticalBatchCaption: {
    en: 'Layout of Kaplan et al. 2020, Figs 10 and 18. Left: steps and tokens that simulated runs of several batches take to a loss, on the hyperbola (S/S_min \u2212 1)(E/E_min \u2212 1) = 1 (least squares of relative errors). Right: B_crit = E_min / S_min at each loss, for every model, beside the published 2.1e8 L^\u22124.8; it depends on the loss, not on the size, and doubles each time the loss falls by {share} (the paper: about 13 %). The paper prints B* as 2e8 tokens in equation 1.4 and as 2.1e8 in table 5 and in its Fig 10, drawn here. The noise scale of gradients that the paper adds is not simulated.',
    zh: '版式同 Kaplan 等 2020 图 10 与图 18。左：不同批量的模拟运行达到某一损失所需的步数与 token 数，落在双曲线 (S/S_min \u2212 1)(E/E_min \u2212 1) = 1 上（相对误差的最小二乘）。右：各模型在各损失处的 B_crit = E_min / S_min，对照发表的 2.1e8 L^\u22124.8；它取决于损失而非规模，损失每下降 {share} 便加倍（论文约为 13 %）。论文的 B* 在式 1.4 中为 2e8 个 token，在表 5 与图 10 中为 2.1e8（此处所画）。论文另加的梯度噪声尺度未模拟。',
  },
  earlyStopping: {en: 'When to stop a run that repeats its data', zh: '重复数据的训练何时停止'},
  earlyStoppingCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 16. Left: the step of the least test loss of simulated runs against the bound of equation 5.7 (line): none may lie below it. Right: train and test loss of one size on parts of the data. What repeated data add to the test loss grows as the square of the steps, which is ours (illustrative); its size is such that the least test loss is L(N, D). Steps are those of batches of 524,288 tokens, more than S_min, so that dots lie above the bound by more than the 1.5 of the square.',
    zh: '版式同 Kaplan 等 2020 图 16。左：模拟运行测试损失最小的步数，对照式 5.7 的下界（线）：不应有点低于它。右：同一规模在部分数据上的训练与测试损失。重复数据使测试损失增加的部分随步数的平方增长，这是我们的设定（示意）；其大小使最小测试损失等于 L(N, D)。步数按 524,288 token 的批量计，多于 S_min，故各点高出下界的倍数大于平方所致的 1.5。',
  },
  tokenPosition: {en: 'Loss by position in the context', zh: '损失随上下文位置的变化'},
  tokenPositionCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 20, left. Dots: the loss of finished models spread over the 1,024 positions of the context as the published fits say at that loss, so that their mean is the simulated loss. Dashes: the fits as printed. Right: a + b T^\u2212p fitted to the dots, with the printed numbers. The paper gives sizes from about 4e5 to 7e8; which line is which size is our reading, and the mean of each fit lies within 0.1 of L(N, D).',
    zh: '版式同 Kaplan 等 2020 图 20 左。点：训练完成模型的损失按发表的拟合在该损失处的形式分配到上下文的 1,024 个位置，使其均值等于模拟的损失。虚线：原文的拟合。右：对点拟合的 a + b T^\u2212p，括号内为原文数值。论文只给出规模约 4e5 至 7e8；各线对应的规模是我们的判读，每个拟合的均值与 L(N, D) 相差不到 0.1。',
  },
  positionScaleTitle: {en: 'Single positions in training and across sizes', zh: '各位置的损失随训练与规模的变化'},
  positionScaleCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 20, right, and Fig 21: the loss of single positions along the training of one model, and of finished models of all sizes (one line a position; simulated losses, spread over positions by the published fits, which rise with size at T = 1 where a + b goes from 7.2 to 7.7). Dashes: models whose context holds 8 tokens do better on early positions; by how much, 3 %, is ours (illustrative).',
    zh: '版式同 Kaplan 等 2020 图 20 右与图 21：单个位置的损失随一个模型训练过程的变化，以及各规模训练完成模型的损失（每个位置一条线；模拟的损失，按发表的拟合分配到各位置；这些拟合在 T = 1 处的 a + b 随规模由 7.2 升至 7.7）。虚线：上下文只有 8 个 token 的模型在靠前位置更好；好多少（3 %）由我们设定（示意）。',
  },
  schedules: {en: 'Learning-rate schedules and the loss', zh: '学习率调度与损失'},
  schedulesCaption: {
    en: 'Layout of Kaplan et al. 2020, Fig 22: the course of the learning rate in 2.5e5 steps (left), and the loss at the end against the learning rate summed over steps (right), simulated runs of one model. Once the sum passes 100 the schedule does not matter, and what is left is the noise between runs; the rise below is read off by eye (illustrative).',
    zh: '版式同 Kaplan 等 2020 图 22：2.5e5 步内学习率的变化（左），以及训练结束时的损失随学习率按步求和的变化（右），为同一模型的模拟运行。总和超过 100 后调度不再重要，剩下的是各次运行之间的噪声；低于 100 时的上升为目测（示意）。',
  },
} as const satisfies Record<string, Words>;
