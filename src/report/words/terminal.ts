import type {Words} from '../../science/parameter.ts';

/** Words of the terminal ending. */
export const TERMINAL_WORDS = {
  size: {
    en: 'worlds: {worlds}, runs: {runs}, checkpoints: {checkpoints}, replicates: {replicates}',
    zh: '{worlds} 个世界，{runs} 次训练，{checkpoints} 个检查点，{replicates} 次重复',
  },
  tableSize: {
    en: '{used} of {rows} {rows:row|rows} used, curves: {curves}',
    zh: '使用 {rows} 行中的 {used} 行，{curves} 条曲线',
  },
  plotTable: {en: '{benchmark} {metric} against {x}', zh: '{benchmark} {metric} 随 {x} 的变化'},
  truth: {en: 'truth', zh: '真值'},
  plot: {
    en: '{benchmark} {metric} against loss, world “{world}”',
    zh: '{benchmark} {metric} 随损失的变化，“{world}”世界',
  },
  plotOnset: {en: 'fitted onset {value}', zh: '拟合拐点 {value}'},
  took: {en: '{seconds} s', zh: '用时 {seconds} 秒'},
  report: {en: 'Report: {path}', zh: '报告：{path}'},
} as const satisfies Record<string, Words>;
