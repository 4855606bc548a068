import type {Interval} from '../../inference/interval.ts';
import type {Language} from '../figure.ts';
import {significant} from '../numbers.ts';
import type {Table} from '../table.ts';
import {fill} from '../words/fill.ts';
import {LAW_REPORT_WORDS} from '../words/lawReport.ts';
import {type Axis, knownAxes} from './channels.ts';
import {outliersOf} from './figures/residuals.ts';
import type {LawStudy} from './study.ts';
import {digits, incompleteText, intervalClause, parameterTable, restNotes, span, warningTexts} from './text.ts';

/** A piece of the report of a fitted law, for the page and its text twin. */
export type Block =
  | {readonly kind: 'title' | 'text' | 'code'; readonly text: string}
  | {readonly kind: 'list'; readonly items: readonly string[]}
  | {readonly kind: 'table'; readonly table: Table};

/** Most outliers that are listed, and places of the frontier. */
const LISTED = 20;
const PLACES = 5;

const text = (value: string): Block => ({kind: 'text', text: value});
const table = (value: Table): Block => ({kind: 'table', table: value});

/** What is fitted to what. */
export function headingOf({finding, table: {file}}: LawStudy, language: Language): string {
  return fill(LAW_REPORT_WORDS.heading, language, {law: finding.law, file});
}

/** Rows, resamples and result of a fit in one line. */
export function lawMeta({manifest, table: {rows}, finding}: LawStudy, language: Language): string {
  const {rows: used, delta, resamples} = finding;
  const {seed, resultHash: hash} = manifest;
  return fill(LAW_REPORT_WORDS.meta, language, {used, rows, delta, resamples, seed, hash});
}

function title(word: keyof typeof LAW_REPORT_WORDS, language: Language): Block {
  return {kind: 'title', text: LAW_REPORT_WORDS[word][language]};
}

/** Formula, parameters and warnings: what stands before the figures. */
export function answerBlocks({finding, manifest, table: {incomplete}}: LawStudy, language: Language): readonly Block[] {
  const warnings = warningTexts(finding, language);
  return [
    {kind: 'code', text: `L = ${finding.formula}`},
    title('parameters', language),
    table({...parameterTable(finding, language), strong: [1]}),
    {kind: 'list', items: [...incompleteText(incomplete, language), ...restNotes(finding, manifest.seed, language)]},
    ...(warnings.length > 0 ? [title('warnings', language), {kind: 'list', items: warnings} as const] : []),
  ];
}

function outlierBlocks({evidence: {rows, spread}}: LawStudy, language: Language): readonly Block[] {
  const word = (name: 'row' | 'loss' | 'fitted' | 'residual' | Axis): string => LAW_REPORT_WORDS[name][language];
  const far = outliersOf(rows);
  const shown = far.slice(0, LISTED);
  const data = {count: far.length, rows: rows.length, shown: shown.length, spread: significant(spread, 2)};
  const note = fill(LAW_REPORT_WORDS[far.length > 0 ? 'outliersNote' : 'outliersNone'], language, data);
  const axes = knownAxes(rows);
  return [
    title('outliers', language),
    text(note),
    ...(far.length > 0
      ? [
          table({
            head: [word('row'), ...axes.map(word), word('loss'), word('fitted'), word('residual')],
            rows: shown.map((row) => [
              String(row.row),
              ...axes.map((axis) => digits(row[axis]!)),
              digits(row.loss),
              digits(row.fitted),
              digits(significant(row.residual, 3)),
            ]),
          }),
        ]
      : []),
  ];
}

function frontierBlocks({evidence: {frontier}, finding}: LawStudy, language: Language): readonly Block[] {
  if (!frontier) return [];
  const step = (frontier.length - 1) / (PLACES - 1);
  const places = Array.from({length: PLACES}, (_, i) => frontier[Math.round(i * step)]!);
  const cell = ({estimate, low, high}: Interval): string => {
    const [value, from, to] = [estimate, low, high].map((one) => significant(one, 4));
    return finding.resamples > 0 ? `${digits(value!)} ${span({low: from!, high: to!})}` : digits(value!);
  };
  return [
    title('frontier', language),
    text(fill(LAW_REPORT_WORDS.frontierNote, language, {interval: intervalClause(finding, 'withIntervals', language)})),
    table({
      head: (['C', 'N', 'D', 'loss'] as const).map((name) => LAW_REPORT_WORDS[name][language]),
      rows: places.map(({C, N, D, loss}) => [digits(significant(C, 3)), cell(N), cell(D), cell(loss)]),
    }),
  ];
}

/** Rows far from the law, the compute-optimal frontier, the method, and how to do it again: what stands after the figures. */
export function restBlocks(study: LawStudy, language: Language): readonly Block[] {
  const {finding, table: source} = study;
  const word = (name: keyof typeof LAW_REPORT_WORDS): string =>
    fill(LAW_REPORT_WORDS[name], language, {delta: finding.delta});
  const methods = [
    word('methodObjective'),
    word('methodStarts'),
    ...(finding.resamples > 0 ? [word('methodResamples')] : []),
    ...(finding.profile ? [word('methodProfile')] : []),
  ];
  return [
    ...frontierBlocks(study, language),
    ...outlierBlocks(study, language),
    title('method', language),
    {kind: 'list', items: methods},
    title('again', language),
    text(word('againFit')),
    {kind: 'code', text: source.command},
    text(word('againWhere')),
  ];
}
