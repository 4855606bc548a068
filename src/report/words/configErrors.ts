import type {Words} from '../../science/parameter.ts';

/** Words for what can be wrong in the text of a config file. */
export const TEXT_ERRORS: Readonly<Record<string, Words>> = {
  'file-missing': {en: 'no such file', zh: '文件不存在'},
  'file-directory': {en: 'is a directory, not a config file', zh: '是目录，不是配置文件'},
  'file-special': {en: 'is not a regular file', zh: '不是普通文件'},
  'file-huge': {en: 'is too large for a config: at most {bound} bytes', zh: '作为配置文件过大：最多 {bound} 字节'},
  'file-binary': {en: 'is not a text file in UTF-8', zh: '不是 UTF-8 文本文件'},
  'file-unreadable': {en: 'cannot be read', zh: '无法读取'},
  'config-empty': {en: 'the file is empty', zh: '文件是空的'},
  'config-not-mapping': {en: 'a config is a mapping of keys to values', zh: '配置应为键值映射'},
  'yaml-syntax': {en: 'not valid YAML: {message}', zh: '不是合法的 YAML：{message}'},
  'yaml-duplicate-key': {en: 'the key occurs twice', zh: '键重复出现'},
  'yaml-tab': {en: 'a tab in the indentation: use spaces', zh: '缩进中有制表符：请使用空格'},
  'yaml-several-documents': {en: 'several YAML documents in one file', zh: '一个文件中有多个 YAML 文档'},
  'yaml-tag': {en: 'a YAML tag that is not known: {message}', zh: '未知的 YAML 标签：{message}'},
  'yaml-key': {en: 'a key must be plain text', zh: '键必须是普通文本'},
  'yaml-alias': {en: 'an alias without an anchor', zh: '别名没有对应的锚点'},
  'yaml-alias-bomb': {en: 'aliases repeat each other too often', zh: '别名相互重复过多'},
  'yaml-too-deep': {en: 'brackets are nested too deeply', zh: '括号嵌套过深'},
  'set-path': {
    en: 'expected key=value, with a key such as noise.run or worlds[0].eta',
    zh: '应写成 key=value，键如 noise.run 或 worlds[0].eta',
  },
  'set-value': {en: 'the value is not valid YAML', zh: '值不是合法的 YAML'},
  'set-blocked': {en: 'nothing can be set under {key}', zh: '{key} 之下无法设置值'},
};

/** Words for values of a config that the schema refuses. */
export const VALUE_ERRORS: Readonly<Record<string, Words>> = {
  'unknown-key': {en: 'unknown key', zh: '未知的键'},
  'missing-key': {en: 'the key {name} is missing', zh: '缺少键 {name}'},
  'unknown-name': {en: 'unknown name', zh: '未知的名称'},
  'expected-mapping': {en: 'expected a mapping', zh: '应为映射'},
  'expected-list': {en: 'expected a list', zh: '应为列表'},
  'expected-number': {en: 'expected a number', zh: '应为数字'},
  'expected-whole-number': {en: 'expected a whole number', zh: '应为整数'},
  'expected-text': {en: 'expected text', zh: '应为文本'},
  'expected-text-or-number': {en: 'expected text or a number', zh: '应为文本或数字'},
  'expected-text-or-mapping': {en: 'expected text or a mapping', zh: '应为文本或映射'},
  'expected-name-or-mapping': {en: 'expected a name or a mapping', zh: '应为名称或映射'},
  'expected-whole-number-or-list-or-mapping': {
    en: 'expected a whole number, a list or a mapping',
    zh: '应为整数、列表或映射',
  },
  'expected-whole-number-or-mapping': {en: 'expected a whole number or a mapping', zh: '应为整数或映射'},
  'expected-number-or-list-or-mapping': {
    en: 'expected a number, a list or a mapping',
    zh: '应为数字、列表或映射',
  },
  'not-finite': {en: 'expected a finite number', zh: '应为有限的数字'},
  'text-controls': {en: 'a text holds no control characters', zh: '文本不得含有控制字符'},
  'number-digits': {en: 'the number cannot be kept exactly', zh: '该数字无法精确保存'},
  below: {en: 'must be at least {bound}', zh: '不得小于 {bound}'},
  above: {en: 'must be at most {bound}', zh: '不得大于 {bound}'},
  'not-above': {en: 'must be greater than {bound}', zh: '必须大于 {bound}'},
  'not-below': {en: 'must be less than {bound}', zh: '必须小于 {bound}'},
  empty: {en: 'must not be empty', zh: '不得为空'},
  'too-short': {en: 'must have at least {bound} entries', zh: '至少要有 {bound} 项'},
  'too-long': {en: 'is too long: at most {bound}', zh: '过长：最多 {bound}'},
  'bad-name': {
    en: 'a name has letters, digits, dots, dashes and underscores, starts with a letter, a digit or an underscore, and is neither gallery nor __proto__',
    zh: '名称由字母、数字、点、短横线和下划线组成，以字母、数字或下划线开头，且不能是 gallery 或 __proto__',
  },
};

/** Words for configs whose parts do not fit together. */
export const STUDY_ERRORS: Readonly<Record<string, Words>> = {
  'duplicate-name': {en: 'the name occurs twice', zh: '名称重复'},
  'same-address': {
    en: 'would draw the same random numbers as {other}: change one of the two names',
    zh: '会与 {other} 使用相同的随机数：请更改其中一个名称',
  },
  'one-of-three': {en: 'give exactly one of the three keys', zh: '三个键必须且只能给出一个'},
  'one-of': {en: 'give exactly one of the two keys', zh: '两个键必须且只能给出一个'},
  'without-benchmarks': {
    en: 'there are no benchmarks: give `benchmarks`, or leave out worlds and metrics too for a study of training alone',
    zh: '没有基准：请给出 `benchmarks`；若只研究训练，请同时去掉 worlds 和 metrics',
  },
  'figure-recovery': {
    en: 'the figure shows laws that are recovered, and the study has no `recover`',
    zh: '该图展示重新拟合的定律，而本研究没有 `recover`',
  },
  'recover-benchmarks': {
    en: 'laws are recovered in studies of training alone: leave out benchmarks, worlds and metrics',
    zh: '只有单独研究训练时才能重新拟合定律：请去掉 benchmarks、worlds 和 metrics',
  },
  'recover-rulers': {
    en: 'laws are recovered from losses as the law gives them, not as families print them: leave out `rulers` or `recover`',
    zh: '重新拟合定律用的是定律本身的损失，而不是各系列给出的损失：请去掉 `rulers` 或 `recover`',
  },
  'recover-few': {
    en: 'needs more runs than constants: at least {bound}',
    zh: '训练次数须多于常数个数：至少 {bound} 次',
  },
  'recover-large': {
    en: 'too many checkpoints to simulate and runs to fit over all laws, resamples and replicates; at most {bound}',
    zh: '所有定律、重抽样与重复中需模拟的检查点和需拟合的训练过多；最多 {bound}',
  },
  'recover-constant': {
    en: 'every run has the same {need}: the form {form} needs it to vary',
    zh: '所有训练的 {need} 都相同：拟合形式 {form} 需要它有变化',
  },
  'recover-unreached': {
    en: 'no run reaches {names}, which will not be fitted: vary {vary}',
    zh: '没有训练涉及 {names}，将不予拟合：请改变 {vary}',
  },
  'recover-same': {
    en: 'these runs will hardly identify {names}: every run has the same {vary}, vary it',
    zh: '这些训练几乎无法识别 {names}：所有训练的 {vary} 都相同，请改变它',
  },
  'recover-tied': {
    en: 'these runs will hardly identify {names}: {vary} change only together, take several values of one at each value of another',
    zh: '这些训练几乎无法识别 {names}：{vary} 只一同变化，请在其中一个固定时让另一个取多个值',
  },
  'recover-narrow': {
    en: 'these runs will hardly identify {names}: take more values of {vary}, further apart',
    zh: '这些训练几乎无法识别 {names}：{vary} 请取更多、相距更远的值',
  },
  'run-no-tokens': {
    en: 'the run of {params} parameters would see less than one token',
    zh: '{params} 参数的训练看到的词元不足一个',
  },
  'run-no-step': {
    en: 'the run {run} of {tokens} tokens ends within its first step: its batch is larger',
    zh: '训练 {run} 只有 {tokens} 个词元，不足一步：批量比它更大',
  },
  'one-line': {en: 'must be one line', zh: '只能有一行'},
  'figure-scores': {
    en: 'the figure is drawn from scores, and this study has no benchmarks',
    zh: '该图要用得分绘制，而本研究没有基准',
  },
  'checkpoints-not-rising': {en: 'checkpoints must rise, after {before}', zh: '检查点必须递增，前一个为 {before}'},
  'checkpoint-beyond': {
    en: 'a checkpoint after the end of training at {bound} tokens',
    zh: '检查点超出训练终点 {bound} 个词元',
  },
  'warmup-schedule': {
    en: 'only the schedule warmup-cosine has a warm-up',
    zh: '只有 warmup-cosine 调度才有预热',
  },
  'warmup-beyond': {
    en: 'the warm-up must be shorter than the training of {bound} steps',
    zh: '预热必须短于训练的 {bound} 步',
  },
  'confidence-not-rising': {en: 'both columns of the points must rise', zh: '各点的两列都必须递增'},
  'format-open': {
    en: 'open answers have no format: {benchmark} is no multiple choice',
    zh: '开放式答案没有题型格式：{benchmark} 不是选择题',
  },
  'from-without-dial': {
    en: 'says what a dial mixes with, but there is no `dial`',
    zh: '指定了 dial 混入的世界，但没有给出 `dial`',
  },
  'dial-mixes': {
    en: 'a dial mixes performances, and the {curve} curve of {benchmark} gives no single one',
    zh: 'dial 只能混合单一的表现值，而 {benchmark} 的 {curve} 曲线给出的不是单一值',
  },
  'surrogate-world': {
    en: 'the surrogate draws worlds in which performance is one function of the loss, at least chance; the {curve} curve is not: use fidelity items',
    zh: 'surrogate 只能抽取表现是损失的单一函数且不低于随机水平的世界，{curve} 曲线不是：请用 fidelity items',
  },
  'curve-parameter': {en: 'not a parameter of the {curve} curve', zh: '不是 {curve} 曲线的参数'},
  'curve-order': {
    en: 'the {curve} curve on {benchmark} needs {low} below {high}: must be less than {bound}',
    zh: '{benchmark} 上的 {curve} 曲线要求 {low} 低于 {high}：必须小于 {bound}',
  },
  'curve-values-missing': {
    en: 'the {curve} curve on {benchmark} needs values for {missing}',
    zh: '{benchmark} 上的 {curve} 曲线缺少参数 {missing}',
  },
  'metric-fidelity': {en: 'not available at fidelity {fidelity}', zh: '保真度 {fidelity} 下不可用'},
  'sampling-k': {
    en: 'pass@k takes k of the samples of a question: must be at most {bound}, the samples',
    zh: 'pass@k 从每题的 samples 次采样中取 k 次：不得大于 samples，即 {bound}',
  },
  'sampling-most': {
    en: 'the attempts of PassUntil end there: must be at least {bound}, the successes',
    zh: 'PassUntil 至多尝试这么多次：不得小于 successes，即 {bound}',
  },
  'surrogate-questions': {
    en: 'fidelity surrogate needs at least {bound} questions on {benchmark}: means of fewer are too skewed, and items is quick',
    zh: '保真度 surrogate 要求 {benchmark} 至少有 {bound} 题：题数更少时均值过于偏斜，而 items 本来就快',
  },
  'surrogate-persistence': {
    en: 'fidelity surrogate draws the answers of {benchmark} anew at every checkpoint and knows no persistence: use items',
    zh: '保真度 surrogate 在每个检查点重新抽取 {benchmark} 的作答，不支持 persistence：请用 items',
  },
  'metric-bottomless': {
    en: 'the metric has no value where world {world} says that an answer of {benchmark} is never right: leave it out, or choose a curve with a base',
    zh: '在世界 {world} 中 {benchmark} 的作答在阈值之上从不正确，该指标没有取值：请去掉它，或选用带 base 的曲线',
  },
  'surrogate-tokens': {
    en: 'fidelity surrogate draws open answers of one token, and those of {benchmark} are longer: use items',
    zh: '保真度 surrogate 只支持单词元的开放式作答，而 {benchmark} 的作答更长：请用 items',
  },
  'reference-scores': {
    en: 'the quantity is measured on scores, and this study has no benchmarks',
    zh: '该量由得分测得，而本研究没有基准',
  },
  'reference-recover': {
    en: 'the quantity is measured on laws that are recovered, and the study has no `recover`',
    zh: '该量由重新拟合的定律测得，而本研究没有 `recover`',
  },
  'references-none': {
    en: 'the list has no number about a benchmark, metric, world, run or recovered law of this study',
    zh: '该列表中没有与本研究的基准、指标、世界、训练运行或重新拟合的定律有关的数字',
  },
  'metric-unused': {en: 'no benchmark of this study has the metric', zh: '本研究的基准都没有该指标'},
  'sampling-unused': {
    en: 'none of the chosen metrics tries a question again: only passAtK and passUntil do',
    zh: '所选指标都不重复作答同一题：只有 passAtK 和 passUntil 会',
  },
  'no-metric': {en: 'none of the chosen metrics exists on this benchmark', zh: '所选指标在该基准上均不可用'},
  'loss-impossible': {
    en: 'the loss law gives an impossible loss for {run} at {tokens} tokens',
    zh: '损失定律在 {run} 的 {tokens} 词元处给出不可能的损失',
  },
  'ruler-unigram': {
    en: 'the normalised loss needs the unigram entropy of every family: rulers has none for {family}',
    zh: '归一化损失需要每个系列的 unigram 熵：rulers 没有给出 {family} 的',
  },
  'ruler-negative': {
    en: 'the family would print a loss that is not positive',
    zh: '该系列给出的损失不是正数',
  },
  'threshold-above': {
    en: 'eta of the world {world} on {benchmark} is above every loss of the population, the largest is {bound}',
    zh: '世界 {world} 在 {benchmark} 上的 eta 高于总体的全部损失，最大损失为 {bound}',
  },
  'threshold-below': {
    en: 'eta of the world {world} on {benchmark} is below every loss of the population, the smallest is {bound}: nothing will rise',
    zh: '世界 {world} 在 {benchmark} 上的 eta 低于总体的全部损失，最小损失为 {bound}：不会出现上升',
  },
  'resamples-few': {
    en: 'no p-value of a bootstrap can fall below 0.05 with fewer than {bound} resamples',
    zh: '重抽样少于 {bound} 次时，自助法的 p 值不可能低于 0.05',
  },
  'too-many-runs': {en: 'too many runs: at most {bound}', zh: '训练运行过多：最多 {bound}'},
  'too-many-cells': {en: 'too many cells: at most {bound}', zh: '单元过多：最多 {bound}'},
  'too-many-evaluations': {en: 'too many choice evaluations: at most {bound}', zh: '选项评估次数过多：最多 {bound}'},
};
