import type {Words} from '../../science/parameter.ts';

/** Axes and colours of the figures of training runs. */
export const TRAINING_AXES = {
  size: {en: 'parameters N (no embeddings)', zh: '参数量 N（不含嵌入）'},
  loss: {en: 'test loss (nats per token)', zh: '测试损失 (nat/token)'},
  compute: {en: 'compute C (PF-days, no embeddings)', zh: '计算量 C（PF-day，不含嵌入）'},
  leastCompute: {en: 'least compute C_min (PF-days, no embeddings)', zh: '最小计算量 C_min（PF-day，不含嵌入）'},
  bothCompute: {en: 'compute (PF-days, no embeddings)', zh: '计算量（PF-day，不含嵌入）'},
  stepsOrLeast: {en: 'steps S, or fewest steps S_min', zh: '步数 S，或最少步数 S_min'},
  tokens: {en: 'tokens processed', zh: '已处理的 token 数'},
  dataset: {en: 'tokens in the data set D', zh: '数据集 token 数 D'},
  steps: {en: 'steps S', zh: '步数 S'},
  leastSteps: {en: 'fewest steps S_min', zh: '最少步数 S_min'},
  contribution: {en: 'multiplicative contribution', zh: '乘性贡献'},
  sizeRatio: {en: 'size over the best size, N / N_eff', zh: '规模与最优规模之比 N / N_eff'},
  computeRatio: {en: 'compute over the least, C / C_eff', zh: '计算量与最小值之比 C / C_eff'},
  stepsRatio: {en: 'steps over those of the best size, S / S_eff', zh: '步数与最优规模的步数之比 S / S_eff'},
  share: {en: 'share of the steps seen', zh: '已见步数的比例'},
  forecastError: {en: 'foreseen minus reached loss (nats per token)', zh: '预测损失减实际损失 (nat/token)'},
} as const satisfies Record<string, Words>;
