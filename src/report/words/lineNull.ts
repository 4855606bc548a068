import type {Words} from '../../science/parameter.ts';
import type {Finder} from '../finders.ts';

/** What finds a break, in the key of the figure and the heads of the table. */
export const FINDER_WORDS: Readonly<Record<Finder, Words>> = {
  davies: {en: 'Line null: Davies', zh: '直线零假设：Davies 检验'},
  supF: {en: 'Line null: sup-F', zh: '直线零假设：sup-F 检验'},
  sharp: {en: 'Ours: sharp', zh: '本方法：突变'},
  smoothNull: {en: 'Ours: smooth null rejected', zh: '本方法：拒绝平滑零假设'},
};

/** Texts of the figure and of the table that hold the usual null against ours. */
export const LINE_NULL_WORDS = {
  axis: {en: 'replicates with a break (%)', zh: '报告拐点的重复 (%)'},
  truth: {en: 'dashes: the truth', zh: '虚线：真值'},
  finder: {en: 'test', zh: '检验'},
  share: {en: 'share', zh: '比例'},
  title: {en: 'How often each null finds a break', zh: '各种零假设报告拐点的频率'},
  note: {
    en: 'Share of replicates, with its Monte Carlo standard error. The null of Davies\u2019 test and of sup-F is one straight line: they find a break at 5 % in whatever bends, corner or not, so that their finding says nothing about a threshold. Ours asks how wide the bend is (sharp: narrower than w*), and whether the best smooth curve is rejected at 5 % (from 19 replicates on). Points weigh the same and count as independent in the first two.',
    zh: '各次重复中的比例及其蒙特卡洛标准误。Davies 检验与 sup-F 的零假设是一条直线：只要曲线弯曲，不论有无尖角，在 5 % 水平都会报告拐点，因此这种结果并不能说明存在阈值。本方法问的是弯折有多宽（突变：窄于 w*），以及最佳平滑曲线在 5 % 水平是否被拒绝（至少 19 次重复）。前两种检验视各点为等权且独立。',
  },
} as const satisfies Record<string, Words>;
