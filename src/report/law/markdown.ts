import type {Drawing, Language} from '../figure.ts';
import {markdownTable, markdownText} from '../table.ts';
import {LAW_REPORT_WORDS} from '../words/lawReport.ts';
import {answerBlocks, type Block, headingOf, lawMeta, restBlocks} from './blocks.ts';
import type {LawStudy} from './study.ts';

function blockText(block: Block): string {
  if (block.kind === 'list') return block.items.map((item) => `- ${markdownText(item)}`).join('\n');
  if (block.kind === 'table') return markdownTable(block.table);
  if (block.kind === 'title') return `## ${markdownText(block.text)}`;
  return block.kind === 'code' ? `    ${block.text}` : markdownText(block.text);
}

/** The report of a fitted law in Markdown. */
export function lawMarkdown(study: LawStudy, drawings: readonly Drawing[], language: Language): string {
  const blocks = [
    `# ${markdownText(headingOf(study, language))}`,
    markdownText(lawMeta(study, language)),
    ...answerBlocks(study, language).map(blockText),
    `## ${LAW_REPORT_WORDS.figures[language]}`,
    ...drawings.flatMap(({id, title, caption}) => [
      `![${markdownText(title)}](figures/${id}.svg)`,
      markdownText(caption),
    ]),
    ...restBlocks(study, language).map(blockText),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
