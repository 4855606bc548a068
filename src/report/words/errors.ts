import {plainText, shortened} from '../../config/plainText.ts';
import type {FaultData} from '../../numeric/fault.ts';
import type {Words} from '../../science/parameter.ts';
import type {Language} from '../figure.ts';
import {STUDY_ERRORS, TEXT_ERRORS, VALUE_ERRORS} from './configErrors.ts';
import {fill} from './fill.ts';
import {FIT_ERRORS} from './fitErrors.ts';
import {JUDGE_ERRORS} from './judgeErrors.ts';
import {RUN_ERRORS} from './runErrors.ts';

const COMMAND_ERRORS: Readonly<Record<string, Words>> = {
  'unknown-command': {en: 'unknown command', zh: '未知的命令'},
  'unknown-option': {en: 'unknown option', zh: '未知的选项'},
  'unknown-list': {en: 'no list has this name', zh: '没有此名称的列表'},
  'option-number': {en: 'the option {option} takes a whole number from 1 on', zh: '选项 {option} 应为不小于 1 的整数'},
  'option-choice': {en: 'the option {option} does not take this value', zh: '选项 {option} 不接受该值'},
  'option-value': {en: 'the option {option} needs a value', zh: '选项 {option} 缺少值'},
  'option-twice': {en: 'the option {option} is given twice', zh: '选项 {option} 重复给出'},
  'argument-missing': {en: 'the argument {argument} is missing', zh: '缺少参数 {argument}'},
  'argument-extra': {en: 'an argument too many', zh: '多余的参数'},
  'study-exists': {
    en: '{file} exists: choose another name, or overwrite it with --force',
    zh: '{file} 已存在：请换一个名称，或用 --force 覆盖',
  },
  'file-unwritable': {en: '{file} cannot be written', zh: '{file} 无法写入'},
};

const DATA_ERRORS: Readonly<Record<string, Words>> = {
  'curve-length': {
    en: 'the column {column} should have {expected} values',
    zh: '列 {column} 应有 {expected} 个值',
  },
  'curve-number': {en: 'row {row} of the column {column} is not a number', zh: '列 {column} 的第 {row} 行不是数字'},
};

/** Words for every fault code. */
export const ERRORS: Readonly<Record<string, Words>> = {
  ...TEXT_ERRORS,
  ...VALUE_ERRORS,
  ...STUDY_ERRORS,
  ...COMMAND_ERRORS,
  ...DATA_ERRORS,
  ...RUN_ERRORS,
  ...JUDGE_ERRORS,
  ...FIT_ERRORS,
  internal: {en: 'internal error: {message}', zh: '内部错误：{message}'},
};

/** Leads what is wrong with a file whose words do not name it. */
const FILE: Words = {en: '{file}: ', zh: '{file}：'};

const TAIL = {
  got: {en: ' (got {got})', zh: '（得到 {got}）'},
  allowed: {en: '; allowed: {allowed}', zh: '；可选：{allowed}'},
  nearest: {en: "; did you mean '{nearest}'?", zh: "；是否想写 '{nearest}'？"},
  kept: {en: '; what was computed is kept in {kept}', zh: '；已算出的部分保存在 {kept}'},
  resume: {en: '; to go on: {resume}', zh: '；继续运行：{resume}'},
} as const;

/** What is copied into a terminal, and so is never cut. */
const COPIED = 'resume';

/** One line about a fault: what is wrong, the value, the choices and the nearest spelling; nothing in it that a terminal would obey. */
export function describeFault(code: string, data: FaultData, language: Language): string {
  const shown = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, key === COPIED ? value : short(value)]),
  );
  const words = ERRORS[code] ?? {en: `${code} ${JSON.stringify(data)}`, zh: `${code} ${JSON.stringify(data)}`};
  const head = data.file !== undefined && !words[language].includes('{file}') ? [FILE] : [];
  const tails = (['got', 'allowed', 'nearest', 'kept', 'resume'] as const).filter(
    (key) => data[key] !== undefined && !words[language].includes(`{${key}}`),
  );
  return plainText(
    [...head, words, ...tails.map((key) => TAIL[key])].map((part) => fill(part, language, shown)).join(''),
  );
}

/** Large numbers with four digits: 4.74e8; long texts without their middle. */
function short(value: FaultData[string]): FaultData[string] {
  if (typeof value === 'string') return shortened(value);
  if (typeof value !== 'number' || Math.abs(value) < 1e7) return value;
  return Number(value.toPrecision(4)).toExponential().replace('e+', 'e');
}
