import type {Words} from '../../science/parameter.ts';

/** What the tool is, in one line of its help. */
export const TOOL: Words = {
  en: 'does a continuous metric remove the breakpoint? simulated studies with error bars',
  zh: '连续指标会让拐点消失吗？带误差线的模拟研究',
};

/** What each command does, for the help. */
export const COMMAND_WORDS = {
  run: {en: 'simulate the study of each config and write its report', zh: '模拟每个配置的研究并生成报告'},
  merge: {
    en: 'put the shards of a study together and write its report',
    zh: '合并一项研究的各个分片并生成报告',
  },
  validate: {en: 'check configs without running them', zh: '只检查配置，不运行'},
  explain: {en: 'show the expanded design of a study before it runs', zh: '运行前展示研究的完整设计'},
  list: {en: 'list what a config can name', zh: '列出配置中可用的名称'},
  init: {en: 'write NAME.yaml, a commented starter study', zh: '写出带注释的入门研究 NAME.yaml'},
  schema: {en: 'print the JSON Schema of a config', zh: '打印配置的 JSON Schema'},
  figures: {en: 'redraw the figures of a finished run without simulating', zh: '不重新模拟，重绘已完成研究的图'},
  scorecard: {
    en: 'compare finished runs (all of outputs/ if none is given) with published numbers',
    zh: '将已完成的研究与其配置所列的已发表数字对照；不指定时对照 outputs/ 下的全部',
  },
  judge: {
    en: 'judge a table of real checkpoints: CSV, JSON lines, Parquet, or a folder of harness results',
    zh: '判定真实检查点的数据表：CSV、JSON lines、Parquet，或评测框架结果目录',
  },
  fit: {
    en: 'fit a loss law to a table of runs, with bootstrap intervals (forms: list laws)',
    zh: '用训练运行表拟合损失定律，并给出自助法区间（形式见 list laws）',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What each option does, for the help. */
export const OPTION_WORDS = {
  set: {
    en: 'set a value over the config, such as noise.run=0.02; repeatable',
    zh: '覆盖配置中的值，如 noise.run=0.02；可重复',
  },
  out: {en: 'output folder, instead of outputs/NAME', zh: '输出目录，默认为 outputs/NAME'},
  workers: {en: 'worker threads, as many as cores if not given', zh: '工作线程数，默认与核数相同'},
  resume: {
    en: 'go on where an interrupted run of the same study ended',
    zh: '从同一研究上次中断处继续',
  },
  shard: {
    en: 'compute only part i of n of the replicates, such as 3/16, for merge',
    zh: '只计算 n 份重复中的第 i 份，如 3/16，之后用 merge 合并',
  },
  replicates: {en: 'number of replicates', zh: '重复次数'},
  seed: {en: 'seed of all random streams', zh: '全部随机流的种子'},
  fidelity: {en: 'items, surrogate or expected', zh: 'items、surrogate 或 expected'},
  formats: {en: 'picture formats beside vl.json: svg, png', zh: '除 vl.json 外的图片格式：svg、png'},
  lang: {en: 'language: en or zh', zh: '语言：en 或 zh'},
  json: {en: 'print JSON for machines', zh: '输出供程序读取的 JSON'},
  quiet: {en: 'print nothing but errors', zh: '只输出错误'},
  x: {en: 'column of the loss', zh: '损失所在的列'},
  y: {
    en: 'columns of scores, each as column, column:metric or column:metric:benchmark; metrics: see list metrics',
    zh: '得分列，写作 列、列:指标 或 列:指标:基准；指标见 list metrics',
  },
  by: {
    en: 'columns that split the table into curves, such as benchmark,metric',
    zh: '把表拆成多条曲线的列，如 benchmark,metric',
  },
  run: {
    en: 'column of the training run; its rows stand in training order',
    zh: '训练运行所在的列；其各行按训练顺序排列',
  },
  n: {
    en: 'questions per score, a number or a column; also benchmark=number',
    zh: '每个得分的题数：数字或列名；也可写作 基准=数字',
  },
  se: {en: 'column of standard errors; also metric=column', zh: '标准误所在的列；也可写作 指标=列'},
  chance: {
    en: 'probability that a guess is right, such as 0.25; also benchmark=0.25',
    zh: '猜对的概率，如 0.25；也可写作 基准=0.25',
  },
  unit: {
    en: 'unit of shares: percent or fraction; also metric=percent',
    zh: '比例的单位：percent 或 fraction；也可写作 指标=percent',
  },
  window: {en: 'use only rows with LOW..HIGH in the column of --x', zh: '只用 --x 列在 LOW..HIGH 之内的行'},
  law: {en: 'form of the law, such as chinchilla: see list laws', zh: '定律的形式，如 chinchilla；见 list laws'},
  loss: {en: 'column of the loss, nats per token', zh: '损失所在的列，单位 nats/词元'},
  tokens: {en: 'column of training tokens', zh: '训练词元数所在的列'},
  steps: {en: 'column of optimiser steps', zh: '优化步数所在的列'},
  unique: {
    en: 'column of unique tokens, the size of the data set; an empty cell where no token is seen twice',
    zh: '数据集中不重复词元数所在的列；空格表示没有重复的词元',
  },
  lr: {
    en: 'column of the learning rate over its peak, 0 to 1: fits the extra loss of a schedule that has not ended',
    zh: '学习率与峰值之比（0 到 1）所在的列：用于拟合调度未结束时的额外损失',
  },
  params: {en: 'column of model sizes, parameters', zh: '模型参数量所在的列'},
  compute: {en: 'column of training compute, FLOP', zh: '训练计算量（FLOP）所在的列'},
  losses: {
    en: 'table with the losses of a folder of results: model and checkpoint, or file, and loss',
    zh: '结果目录对应的损失表：含 model 与 checkpoint（或 file）以及 loss',
  },
  where: {en: 'use only rows with column=value; repeatable', zh: '只用满足 列=值 的行；可重复'},
  log: {en: 'take the logarithm of x', zh: '对 x 取对数'},
  ascending: {en: 'higher x is better', zh: 'x 越高越好'},
  'width-share': {
    en: 'largest width that is sharp, as a share of the rise',
    zh: '仍算突变的最大宽度，占上升段长度的比例',
  },
  margin: {en: 'largest difference of onsets that is the same break', zh: '仍算同一拐点的最大位置差'},
  resamples: {en: 'resamples of each bootstrap; 0 leaves the bootstraps out', zh: '每次自助法的重抽样次数；0 表示不做'},
  decide: {
    en: 'simulate so many tables for each undetermined score: how many more points or how little noise would decide it; such as 200',
    zh: '对每个未定的得分模拟这么多张表：需要多少点、多小的噪声才能判定；例如 200',
  },
  force: {en: 'overwrite an existing file', zh: '覆盖已有文件'},
  help: {en: 'show this help', zh: '显示帮助'},
  version: {en: 'show the version', zh: '显示版本'},
} as const satisfies Readonly<Record<string, Words>>;

/** What --out does for `fit`. */
export const FIT_OUT: Words = {
  en: 'also write a report with figures into this folder',
  zh: '同时把含图的报告写入该目录',
};

/** Words that commands print. */
export const PRINTED = {
  ok: {en: 'ok', zh: '通过'},
  warning: {en: 'warning', zh: '警告'},
  written: {
    en: '{file} written; next: npx mirage-lab run {file}',
    zh: '已写出 {file}；下一步：npx mirage-lab run {file}',
  },
  writing: {en: 'write tables, figures and report …', zh: '写出表格、图与报告…'},
  parquetOnly: {
    en: 'the table {table} has more than a million rows: written as Parquet only',
    zh: '表 {table} 超过一百万行：只写 Parquet',
  },
  resumable: {
    en: 'an interrupted run of this study has {done} of {total} done (replicates): starting anew, --resume would have gone on',
    zh: '该研究有一次中断的运行，已完成 {done} / {total} 次重复：现重新开始；用 --resume 可以继续',
  },
  resumed: {
    en: 'resumed: replicates taken over, {done} of {total}',
    zh: '继续运行：沿用已完成的 {done} / {total} 次重复',
  },
  redone: {en: '{file} was damaged and is computed again', zh: '{file} 已损坏，重新计算'},
  finished: {
    en: 'this study is finished and stays as it is in {path}: {command} draws it again, a run without --resume computes it anew',
    zh: '该研究已完成，保留在 {path}：{command} 可重新绘图；不带 --resume 运行则重新计算',
  },
  unfinishedDiffers: {
    en: 'an unfinished run of another config is kept in {path}, in which {count} {count:setting differs|settings differ} (there → here: {settings}): remove it if nobody needs it',
    zh: '{path} 中保留着另一配置的未完成运行，有 {count} 项设置不同（该处 → 此处：{settings}）：不再需要时可删除',
  },
  unfinished: {
    en: 'an unfinished run of another config or version is kept in {path}: remove it if nobody needs it',
    zh: '{path} 中保留着另一配置或版本的未完成运行：不再需要时可删除',
  },
  shardDone: {
    en: 'shard {shard} (replicates {from} to {last}, counted from 0) is in {path}; when all are there: {command}',
    zh: '分片 {shard}（重复 {from} 至 {last}，从 0 计）在 {path}；全部完成后运行：{command}',
  },
  left: {en: '{time} left', zh: '剩余 {time}'},
} as const satisfies Readonly<Record<string, Words>>;

/** Titles of the lists. */
export const LIST_TITLES = {
  populations: {en: 'populations (runs × checkpoints)', zh: '总体（运行数 × 检查点总数）'},
  laws: {en: 'loss laws: forms and their presets', zh: '损失定律：形式及其预设'},
  curves: {en: 'curves of normalised performance', zh: '归一化表现曲线'},
  worlds: {en: 'worlds', zh: '世界'},
  benchmarks: {en: 'benchmarks (options or answer tokens, questions)', zh: '基准（选项数或答案词元数、题数）'},
  metrics: {
    en: 'metrics (better direction, range; K options, T tokens)',
    zh: '指标（更优方向、取值范围；K 个选项，T 个词元）',
  },
  figures: {en: 'figures', zh: '图'},
  quantities: {en: 'quantities that published numbers are compared with', zh: '可与已发表数字对照的量'},
  references: {en: 'lists of published numbers', zh: '已发表数字的列表'},
} as const satisfies Readonly<Record<string, Words>>;

/** The chance level of a metric: what a blind guess that knows it is one scores. */
export const CHANCE = {
  level: {en: 'chance {guess}', zh: '随机水平 {guess}'},
  none: {en: 'chance none', zh: '无随机水平'},
} as const satisfies Readonly<Record<string, Words>>;

/** Whether a metric is continuous. */
export const CONTINUITY = {
  continuous: {en: 'continuous', zh: '连续'},
  discontinuous: {en: 'discontinuous', zh: '不连续'},
} as const satisfies Readonly<Record<string, Words>>;
