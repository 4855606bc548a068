import type {Words} from '../../science/parameter.ts';

/** Words for what can go wrong while a study runs and is written. */
export const RUN_ERRORS: Readonly<Record<string, Words>> = {
  interrupted: {en: 'interrupted: nothing was written', zh: '已中断：没有写出任何内容'},
  'worker-crashed': {en: 'a worker thread ended early: {reason}', zh: '工作线程提前结束：{reason}'},
  'out-several': {
    en: 'two of these studies would be written to {path}: give each its own name',
    zh: '其中两项研究会写到 {path}：请各取不同的名称',
  },
  'output-unwritable': {
    en: 'the output folder {path} cannot be written: {reason}',
    zh: '输出目录 {path} 无法写入：{reason}',
  },
  'output-disk': {en: 'the disk refused to write {path}: {reason}', zh: '磁盘拒绝写入 {path}：{reason}'},
  'output-not-folder': {en: 'the output {path} is a file, not a folder', zh: '输出 {path} 是文件，不是目录'},
  'output-foreign': {
    en: 'the output folder {path} holds files but no finished run: choose another with --out',
    zh: '输出目录 {path} 中有文件但不是已完成的研究：请用 --out 另选目录',
  },
  'output-other-config': {
    en: 'the output folder {path} holds a run of another config: choose another with --out, or remove it',
    zh: '输出目录 {path} 中是另一配置的研究：请用 --out 另选目录，或先删除它',
  },
  'run-missing': {en: 'no finished run in {path}', zh: '{path} 中没有已完成的研究'},
  'run-damaged': {en: 'the run in {path} cannot be read: {reason}', zh: '{path} 中的研究无法读取：{reason}'},
  'table-column': {en: 'the table {table} lacks the column {column}', zh: '表 {table} 缺少列 {column}'},
};
