import type {Words} from '../../science/parameter.ts';

/** Headings and lines of `explain`. */
export const EXPLAIN = {
  size: {en: 'Size', zh: '规模'},
  worlds: {en: 'worlds', zh: '世界'},
  runs: {en: 'training runs', zh: '训练运行'},
  checkpoints: {en: 'checkpoints', zh: '检查点'},
  benchmarks: {en: 'benchmarks', zh: '基准'},
  replicates: {en: 'replicates', zh: '重复次数'},
  cells: {en: 'cells (replicate × checkpoint × benchmark)', zh: '单元（重复 × 检查点 × 基准）'},
  choiceEvaluations: {en: 'choice evaluations, all worlds', zh: '选项评估次数（全部世界）'},
  memory: {en: 'memory, about', zh: '内存，约'},
  disk: {en: 'disk, about', zh: '磁盘，约'},
  time: {en: 'time, about', zh: '用时，约'},
  timeBasis: {
    en: 'simulation {simulate}, fits {fit}; threads: {threads}',
    zh: '模拟 {simulate}，拟合 {fit}（{threads} 个线程）',
  },
  losses: {en: 'losses without noise', zh: '无噪声时的损失'},
  nats: {en: '{low} to {high} nats per token', zh: '每词元 {low} 至 {high} 纳特'},
  truth: {en: 'Worlds and their truth', zh: '各世界及其真值'},
  onset: {en: 'eta {onset}, w {width}', zh: 'eta {onset}，w {width}'},
  unplanted: {
    en: 'nothing that \u201cbreak\u201d or \u201cno break\u201d describes',
    zh: '没有可称为“有拐点”或“无拐点”的设定',
  },
  noOnset: {en: 'no threshold', zh: '没有阈值'},
  sources: {en: 'Presets and sources', zh: '预设与来源'},
  illustrative: {en: 'illustrative', zh: '示意性'},
  figures: {en: 'Figures', zh: '图'},
  ademp: {en: 'ADEMP (Morris, White and Crowther 2019)', zh: 'ADEMP（Morris、White 与 Crowther 2019）'},
} as const satisfies Readonly<Record<string, Words>>;
