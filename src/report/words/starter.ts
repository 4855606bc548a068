import type {Words} from '../../science/parameter.ts';

/** Comments of the starter study, by the key that they explain. */
export const STARTER = {
  head: {
    en: 'A study: who is trained, which benchmarks they answer, in which worlds, and how answers are scored.',
    zh: '一项研究：训练哪些模型，回答哪些基准，处于哪些世界，如何评分。',
  },
  names: {en: 'What each name can be: npx mirage-lab list', zh: '可用的名称见：npx mirage-lab list'},
  question: {en: 'printed on the report', zh: '印在报告上'},
  replicates: {en: 'independent repetitions; more give narrower error bars', zh: '独立重复次数；越多误差线越窄'},
  population: {
    en: 'training runs: a preset, or runs or a grid of your own',
    zh: '训练运行：预设，或自己写的 runs 或 grid',
  },
  loss: {en: 'loss law, nats per token', zh: '损失定律，每词元纳特'},
  noise: {en: 'sizes of the noise sources; `noise: off` switches all off', zh: '各噪声源的大小；`noise: off` 全部关闭'},
  benchmarks: {
    en: 'presets; a mapping changes one, such as {preset: mmlu, questions: 1000}',
    zh: '预设；用映射修改，如 {preset: mmlu, questions: 1000}',
  },
  worlds: {
    en: 'what is compared; {world: threshold, eta: 2.2} moves the threshold',
    zh: '所比较的世界；{world: threshold, eta: 2.2} 移动阈值',
  },
  metrics: {en: 'read off the same simulated answers', zh: '都从同一组模拟答案读出'},
  fidelity: {
    en: 'items: every question is simulated; surrogate: means drawn from their law, for many replicates; expected: no sampling noise',
    zh: 'items：模拟每一道题；surrogate：按分布抽取均值，适合大量重复；expected：无抽样噪声',
  },
} as const satisfies Readonly<Record<string, Words>>;
