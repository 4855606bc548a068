import type {Words} from '../../science/parameter.ts';

/** Names of the stages of a run, for progress bars and the manifest's table of seconds. */
export const STAGES = {
  compute: {en: 'simulate and fit', zh: '模拟与拟合'},
  simulate: {en: 'simulate', zh: '模拟'},
  read: {en: 'read the table', zh: '读取数据表'},
  fit: {en: 'fit', zh: '拟合'},
  hash: {en: 'hash of the numbers', zh: '数值哈希'},
  tables: {en: 'tables', zh: '数据表'},
  figures: {en: 'figures', zh: '图'},
  report: {en: 'report', zh: '报告'},
} as const satisfies Record<string, Words>;
