import type {Words} from '../../science/parameter.ts';

/** What is wrong with a cell; the words for several cells of a column are made from these. */
const CELL_ERRORS: Readonly<Record<string, Words>> = {
  'judge-not-number': {
    en: 'row {row} of the column {column} is not a number',
    zh: '列 {column} 的第 {row} 行不是数字',
  },
  'judge-infinite': {en: 'row {row} of the column {column} is infinite', zh: '列 {column} 的第 {row} 行为无穷大'},
  'judge-separator': {
    en: 'row {row} of the column {column} has a comma or a gap in its number: write no thousands separators, and a point for decimals',
    zh: '列 {column} 的第 {row} 行数字含逗号或空格：请勿使用千位分隔符，小数点用“.”',
  },
  'judge-percent-sign': {
    en: 'row {row} of the column {column} has a percent sign: remove the signs and pass --unit percent',
    zh: '列 {column} 的第 {row} 行带百分号：请去掉百分号并加 --unit percent',
  },
  'judge-log': {
    en: 'row {row} of the column {column} is not above 0, as --log needs',
    zh: '列 {column} 的第 {row} 行不大于 0，而 --log 要求正数',
  },
};

const MANY_CELL_ERRORS = Object.fromEntries(
  Object.entries(CELL_ERRORS).map(([code, {en, zh}]) => [
    `${code}-many`,
    {en: `${en}; other such rows: {others}`, zh: `${zh}；另有 {others} 行也是如此`},
  ]),
);

const NAME_ERRORS: Readonly<Record<string, Words>> = {
  'judge-name-nowhere': {
    en: '{option} names something that the table does not have',
    zh: '{option} 中的名称在表中不存在',
  },
};

const FILE_ERRORS: Readonly<Record<string, Words>> = {
  'judge-file-missing': {en: '{file}: no such file or folder', zh: '{file}：没有这个文件或目录'},
  'judge-file-special': {en: '{file}: is neither a file nor a folder', zh: '{file}：既不是文件也不是目录'},
  'judge-file-unreadable': {en: '{file}: cannot be read: {reason}', zh: '{file}：无法读取：{reason}'},
  'judge-extension': {
    en: '{file}: is no kind of table that can be read, by its name: save it as one of these',
    zh: '{file}：从文件名看不是可读取的表格类型：请另存为其中一种',
  },
  'judge-empty': {en: '{file}: is empty', zh: '{file}：文件为空'},
  'judge-binary': {
    en: '{file}: is not a text file: save it as text in UTF-8, or name Parquet .parquet',
    zh: '{file}：不是文本文件：请存为 UTF-8 文本；Parquet 文件请以 .parquet 命名',
  },
  'judge-encoding': {
    en: '{file}: is not text in UTF-8: save it as CSV UTF-8',
    zh: '{file}：不是 UTF-8 文本：请另存为 CSV UTF-8',
  },
  'judge-ragged': {
    en: '{file}:{line}: has another number of fields than the header, which has {expected}',
    zh: '{file}:{line}：字段数与表头不同，表头有 {expected} 个',
  },
  'judge-quote-open': {
    en: '{file}: row {row} opens a quote that is never closed',
    zh: '{file}：第 {row} 行的引号没有闭合',
  },
  'judge-row-long': {
    en: '{file}:{line}: is longer than {bound} characters',
    zh: '{file}:{line}：超过 {bound} 个字符',
  },
  'judge-csv': {en: '{file}:{line}: cannot be read: {reason}', zh: '{file}:{line}：无法读取：{reason}'},
  'judge-json-line': {
    en: '{file}:{line}: is not a JSON object in one line',
    zh: '{file}:{line}：不是单行 JSON 对象',
  },
  'judge-json': {
    en: '{file}: is not one JSON value (name JSON lines .jsonl): {reason}',
    zh: '{file}：不是单个 JSON 值（JSON lines 请以 .jsonl 命名）：{reason}',
  },
  'judge-json-array': {
    en: '{file}: is not an array of objects; name JSON lines .jsonl, and give the result files of the evaluation harness as a folder',
    zh: '{file}：不是对象数组；JSON lines 请以 .jsonl 命名，评测框架的结果文件请以目录给出',
  },
  'judge-json-large': {
    en: '{file}: is too large for a JSON array, at most {bound} bytes: write it as JSON lines, CSV or Parquet',
    zh: '{file}：作为 JSON 数组过大，最多 {bound} 字节：请改写为 JSON lines、CSV 或 Parquet',
  },
  'judge-not-parquet': {en: '{file}: is not Parquet', zh: '{file}：不是 Parquet 文件'},
  'judge-parquet': {en: '{file}: is Parquet that cannot be read: {reason}', zh: '{file}：Parquet 无法读取：{reason}'},
  'judge-parquet-group': {
    en: '{file}: has a row group of more than {bound} rows: write it with smaller ones',
    zh: '{file}：行组超过 {bound} 行：请用更小的行组写出',
  },
  'judge-folder-empty': {
    en: '{file}: is a folder without result files of the evaluation harness (JSON with results)',
    zh: '{file}：目录中没有评测框架的结果文件（含 results 的 JSON）',
  },
  'judge-losses-file': {
    en: '{file} is a table: --losses goes with a folder of result files',
    zh: '{file} 是表格：--losses 只用于结果文件目录',
  },
  'judge-losses-folder': {
    en: '{file}: is a folder, and --losses takes a table',
    zh: '{file}：是目录，而 --losses 需要表格',
  },
  'judge-losses-columns': {
    en: '{file}: has no column that says whose losses these are: file, or model with checkpoint',
    zh: '{file}：没有说明损失所属的列：需要 file，或 model 与 checkpoint',
  },
  'judge-losses-twice': {en: '{file}: gives two losses for one checkpoint', zh: '{file}：同一检查点给出了两个损失'},
  'judge-losses-none': {
    en: 'the table of losses has none for any of the {count} result files; the first is {file}, model {model}, checkpoint {checkpoint}',
    zh: '损失表与 {count} 个结果文件均不对应；第一个文件为 {file}，模型 {model}，检查点 {checkpoint}',
  },
  'judge-harness-loss': {
    en: 'result files of the evaluation harness hold no loss ({count} found): give a table with --losses FILE (columns model, checkpoint and loss), or name a number in the files with --x, such as results.wikitext.bits_per_byte,none',
    zh: '评测框架的结果文件中没有损失（共 {count} 个文件）：请用 --losses FILE 给出表格（列 model、checkpoint、loss），或用 --x 指明文件中的某个数，如 results.wikitext.bits_per_byte,none',
  },
  'judge-harness-no-loss': {
    en: 'none of the {count} result files has a number there, the first is {file}; or give a table with --losses FILE (columns model, checkpoint and loss)',
    zh: '{count} 个结果文件都没有这个数，第一个为 {file}；也可用 --losses FILE 给出表格（列 model、checkpoint、loss）',
  },
};

const COLUMN_ERRORS: Readonly<Record<string, Words>> = {
  'judge-column': {en: 'the table has no such column for {option}', zh: '表中没有 {option} 所指的列'},
  'judge-column-twice': {en: 'two columns of the table have this name', zh: '表中有两列同名'},
  'judge-repeated': {en: 'the option {option} names a column twice', zh: '选项 {option} 重复指定同一列'},
  'judge-x-missing': {en: 'the option --x is missing: which column is the loss?', zh: '缺少选项 --x：哪一列是损失？'},
  'judge-y-missing': {
    en: 'the option --y is missing: which columns are scores, as column:metric?',
    zh: '缺少选项 --y：哪些列是得分（写作 列:指标）？',
  },
  'judge-x-is-y': {en: 'the options --x and --y name the same column', zh: '选项 --x 与 --y 指向同一列'},
  'judge-metric': {en: 'the column {column} cannot be read as this metric', zh: '列 {column} 没有这个指标可用'},
  'judge-metric-twice': {
    en: 'the columns {first} and {second} are both {metric}: say of which benchmarks, as {first}:{metric}:NAME',
    zh: '列 {first} 与 {second} 都是 {metric}：请注明各属哪个基准，写作 {first}:{metric}:NAME',
  },
  'judge-same-curve': {
    en: 'two curves would both be called {benchmark} {metric}: {first} and {second}; write their names alike if they are one, else so that they differ',
    zh: '两条曲线都会叫作 {benchmark} {metric}：{first} 与 {second}；若为同一条请统一写法，否则请改用不同名称',
  },
  'judge-se-shared': {
    en: 'one column of standard errors for several scores: say whose, as --se metric=column',
    zh: '多个得分只有一列标准误：请注明归属，写作 --se metric=column',
  },
};

const VALUE_ERRORS: Readonly<Record<string, Words>> = {
  'judge-no-rows': {en: 'the table has a header and no rows', zh: '表中只有表头，没有数据行'},
  'judge-none-kept': {
    en: 'none of the {rows} {rows:row|rows} is left after --where and --window',
    zh: '经 --where 与 --window 筛选后，{rows} 行中没有剩余',
  },
  'judge-no-values': {
    en: 'no row has a value in the column {column} together with {x} and what names its curve and run',
    zh: '没有一行在列 {column} 有值且同时具备 {x} 及曲线、运行的名称',
  },
  'judge-many-points': {
    en: 'more than {bound} points: choose rows with --where, or average them first',
    zh: '超过 {bound} 个点：请用 --where 选择行，或先取平均',
  },
  'judge-many-curves': {
    en: 'more than {bound} curves: --by names columns with few values, such as the benchmark',
    zh: '超过 {bound} 条曲线：--by 应指明取值不多的列，如基准',
  },
  'judge-unit': {
    en: 'row {row} of the column {column}, read as {metric}, is above 1: pass --unit percent or --unit fraction',
    zh: '列 {column} 的第 {row} 行（按 {metric} 读取）大于 1：请加 --unit percent 或 --unit fraction',
  },
  'judge-range': {
    en: 'row {row} of the column {column} is outside the range of {metric}, {low} to {high}',
    zh: '列 {column} 的第 {row} 行超出 {metric} 的范围 {low} 至 {high}',
  },
  'judge-negative': {en: 'the column {column} has a negative standard error', zh: '列 {column} 中有负的标准误'},
  'judge-count': {
    en: 'the column {column} should hold numbers of questions, from 1 on',
    zh: '列 {column} 应为不小于 1 的题数',
  },
};

const OPTION_ERRORS: Readonly<Record<string, Words>> = {
  'judge-option-number': {en: 'the option {option} takes a number', zh: '选项 {option} 应为数字'},
  'judge-option-twice': {
    en: 'the option {option} is given twice: join its values by commas, such as {option} {list}',
    zh: '选项 {option} 重复给出：请用逗号连接各值，如 {option} {list}',
  },
  'judge-resamples': {
    en: 'the option --resamples takes a whole number from 0 to {bound}',
    zh: '选项 --resamples 应为 0 到 {bound} 的整数',
  },
  'judge-where': {en: 'the option --where takes column=value', zh: '选项 --where 应写作 column=value'},
  'judge-window': {
    en: 'the option --window takes LOW..HIGH, such as 1.7..2.6',
    zh: '选项 --window 应写作 LOW..HIGH，如 1.7..2.6',
  },
  'judge-unit-name': {en: 'the option --unit takes percent or fraction', zh: '选项 --unit 应为 percent 或 fraction'},
  'judge-chance': {
    en: 'the option --chance takes a fraction from 0 up to 1, such as 0.25',
    zh: '选项 --chance 应为 0 到 1 之间的小数，如 0.25',
  },
  'judge-questions': {
    en: 'the option --n takes a whole number from 1 on, or a column',
    zh: '选项 --n 应为不小于 1 的整数，或列名',
  },
  'judge-rule': {
    en: 'the options --width-share and --margin take numbers above 0: the first below 1, the second up to 1',
    zh: '选项 --width-share 与 --margin 应大于 0：前者小于 1，后者不大于 1',
  },
};

/** Words for what can be wrong with a table that is to be judged. */
export const JUDGE_ERRORS: Readonly<Record<string, Words>> = {
  ...CELL_ERRORS,
  ...MANY_CELL_ERRORS,
  ...NAME_ERRORS,
  ...FILE_ERRORS,
  ...COLUMN_ERRORS,
  ...VALUE_ERRORS,
  ...OPTION_ERRORS,
};
