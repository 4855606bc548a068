import type {Words} from '../../science/parameter.ts';

/** Names, titles, axes and captions of the figures that set simulated scores beside what a paper predicts or prints. */
export const PREDICTION_WORDS = {
  sizeThreshold: {en: 'From which size on does the ability show?', zh: '规模多大时能力开始显现？'},
  sizeThresholdTitle: {
    en: 'World \u201c{world}\u201d: scores against size at equal training tokens',
    zh: '“{world}”世界：相同训练 token 数下，得分随规模的变化',
  },
  sizeThresholdCaption: {
    en: 'Finished models of rising size, a line for each number of training tokens (replicate 0, with the 95 % interval that its questions give each score). Vertical rules, in the colour of the line: the size N* = N0 (\u03b7 \u2212 L_inf)^(\u22121/\u03b1_N) at which Du et al. 2024, equation 5, place the start of the rise, from equation 4, L(N) = L_inf + (N0/N)^\u03b1_N, at those tokens; \u03b7 is the threshold that was put in, or the one the paper states where none was. A threshold of the loss is a threshold of size, and more tokens move it to smaller models; in a smooth world nothing happens at the rules. Dashes: chance.',
    zh: '规模递增的训练完成的模型，每条线对应一个训练 token 数（第 0 次重复，附由题目数决定的 95 % 区间）。与线同色的竖线：Du 等 2024 式 5 预言的上升起点 N* = N0 (\u03b7 \u2212 L_inf)^(\u22121/\u03b1_N)，由该 token 数下的式 4，L(N) = L_inf + (N0/N)^\u03b1_N 得到；\u03b7 为设定的阈值，没有设定时取论文所述的值。损失的阈值就是规模的阈值，token 越多，越小的模型即可越过；平滑世界里竖线处什么也不发生。虚线：随机水平。',
  },
  sizes: {en: '\u03b7 = {eta}: N* = {sizes}', zh: '\u03b7 = {eta}：N* = {sizes}'},
  trainingTokens: {en: 'training tokens', zh: '训练 token 数'},
} as const satisfies Record<string, Words>;
