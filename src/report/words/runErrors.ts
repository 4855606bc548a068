import type {Words} from '../../science/parameter.ts';

/** Words for what can go wrong while a study runs and is written. */
export const RUN_ERRORS: Readonly<Record<string, Words>> = {
  interrupted: {en: 'interrupted: nothing was written', zh: '已中断：没有写出任何内容'},
  'interrupted-between': {
    en: 'interrupted: {done} of {total} studies are written, and nothing of the next one is kept',
    zh: '已中断：{total} 项研究中已写出 {done} 项，下一项没有保存任何内容',
  },
  'interrupted-kept': {
    en: 'interrupted: what was computed is kept in {kept}',
    zh: '已中断：已算出的部分保存在 {kept}',
  },
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
  'output-other-files': {
    en: 'the output folder {path} holds {name} beside a finished run, which would be lost: move it, or choose another folder with --out',
    zh: '输出目录 {path} 中除已完成的运行外还有 {name}，替换后会丢失：请移走它，或用 --out 指定别处',
  },
  'output-inside-run': {
    en: 'the folder {path} holds a finished run: choose another one for shards with --out',
    zh: '目录 {path} 中已有完成的运行：请用 --out 为分片指定别处',
  },
  'output-foreign': {
    en: 'the output folder {path} holds files but no finished run: choose another with --out',
    zh: '输出目录 {path} 中有文件但不是已完成的研究：请用 --out 另选目录',
  },
  'output-other-config': {
    en: 'the output folder {path} holds a run of another config: choose another with --out, or remove it',
    zh: '输出目录 {path} 中是另一配置的研究：请用 --out 另选目录，或先删除它',
  },
  'output-differs': {
    en: 'the output folder {path} holds a run of another config, in which {count} {count:setting differs|settings differ} (there → here: {settings}): choose another with --out, or remove it',
    zh: '输出目录 {path} 中是另一配置的研究，有 {count} 项设置不同（该处 → 此处：{settings}）：请用 --out 另选目录，或先删除它',
  },
  'folder-busy': {
    en: 'process {pid} on {host} is at work on this study in {path}: wait for it, or remove {lock} if it is gone',
    zh: '{host} 上的进程 {pid} 正在 {path} 中计算该研究：请等待，若它已不在则删除 {lock}',
  },
  'study-memory': {
    en: 'this study would need about {need} of memory, and {have} are free: fewer threads, replicates or checkpoints need less',
    zh: '该研究约需内存 {need}，可用 {have}：减少线程、重复或检查点可降低需求',
  },
  'study-disk': {
    en: 'this study would need about {need} of disk, and {have} are free at {path}',
    zh: '该研究约需磁盘 {need}，{path} 处可用 {have}',
  },
  'shard-form': {en: 'the option --shard takes i/n, such as 3/16', zh: '选项 --shard 应写作 i/n，如 3/16'},
  'shard-none': {en: 'the second number of --shard is at least 1', zh: '--shard 的第二个数至少为 1'},
  'shard-range': {
    en: 'the first number of --shard is at least 1 and at most {count}',
    zh: '--shard 的第一个数至少为 1，至多为 {count}',
  },
  'shard-empty': {
    en: 'a study cannot be cut into more shards than it has replicates, here {replicates}',
    zh: '该研究只有 {replicates} 次重复，分片数不能更多',
  },
  'shard-missing': {en: 'no shard of a study in {path}', zh: '{path} 中没有研究的分片'},
  'shard-unreadable': {en: 'the shard {path} cannot be read: {reason}', zh: '分片 {path} 无法读取：{reason}'},
  'shard-json': {en: 'the shard {path} cannot be read: it is not JSON', zh: '分片 {path} 无法读取：不是 JSON'},
  'shard-field': {
    en: 'the shard {path} cannot be read: {field} is missing or wrong',
    zh: '分片 {path} 无法读取：{field} 缺失或有误',
  },
  'shards-seeds': {
    en: 'the shards {path} and {other} have different seeds: {seed} and {otherSeed}',
    zh: '分片 {path} 与 {other} 的种子不同：{seed} 与 {otherSeed}',
  },
  'shards-configs': {
    en: 'the shards {path} and {other} are of different configs',
    zh: '分片 {path} 与 {other} 来自不同的配置',
  },
  'shards-versions': {
    en: 'the shard {path} was made by version {version}, and this is {program}',
    zh: '分片 {path} 由版本 {version} 生成，当前版本为 {program}',
  },
  'shards-overlap': {
    en: 'the shards {path} and {other} both hold replicate {replicate}',
    zh: '分片 {path} 与 {other} 都含有重复 {replicate}',
  },
  'shards-incomplete': {
    en: 'no shard holds the replicates {from} to {last} of {total}, counted from 0',
    zh: '没有分片含有重复 {from} 至 {last}（共 {total} 次，从 0 计）',
  },
  'shards-left': {
    en: 'no shard holds the replicates {from} to {last} of {total}, counted from 0; missing of {count} shards: {missing}',
    zh: '没有分片含有重复 {from} 至 {last}（共 {total} 次，从 0 计）；{count} 个分片中缺少：{missing}',
  },
  'part-missing': {en: '{path} is missing', zh: '缺少 {path}'},
  'part-damaged': {
    en: '{path} is damaged, or belongs to another study: compute its shard again',
    zh: '{path} 已损坏或属于另一研究：请重新计算其分片',
  },
  'scorecard-missing': {
    en: 'the run in {path} has no scorecard: its config names no published numbers, or an older version wrote it',
    zh: '{path} 中的研究没有对照表：其配置未列出已发表数字，或由旧版本写出',
  },
  'scorecard-none': {
    en: 'no finished run with a scorecard in {path}: run a config that has references first',
    zh: '{path} 中没有带对照表的已完成研究：请先运行含 references 的配置',
  },
  'run-missing': {en: 'no finished run in {path}', zh: '{path} 中没有已完成的研究'},
  'run-damaged': {en: 'the run in {path} cannot be read: {reason}', zh: '{path} 中的研究无法读取：{reason}'},
  'table-column': {en: 'the table {table} lacks the column {column}', zh: '表 {table} 缺少列 {column}'},
};
