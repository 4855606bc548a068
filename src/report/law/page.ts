import type {Drawing} from '../figure.ts';
import {drawingHtml} from '../page/figuresHtml.ts';
import {type Html, html} from '../page/html.ts';
import {listHtml, type PageOptions, wholePage} from '../page/shell.ts';
import {tableHtml} from '../page/tableHtml.ts';
import {LAW_REPORT_WORDS} from '../words/lawReport.ts';
import {answerBlocks, type Block, headingOf, lawMeta, restBlocks} from './blocks.ts';
import type {LawStudy} from './study.ts';

function blockHtml(block: Block): Html {
  if (block.kind === 'list') return listHtml(block.items);
  if (block.kind === 'table') return tableHtml(block.table);
  if (block.kind === 'title') return html`<h2>${block.text}</h2>`;
  return block.kind === 'code' ? html`<pre>${block.text}</pre>` : html`<p>${block.text}</p>`;
}

/** The report of a fitted law as one offline HTML file. Texts of the table are escaped. */
export function lawHtml(study: LawStudy, drawings: readonly Drawing[], options: PageOptions): string {
  const {language, stills} = options;
  const {name, version} = study.manifest;
  const header = html`<p class="meta">${name} \u00b7 ${LAW_REPORT_WORDS.report[language]}</p><h1>${headingOf(study, language)}</h1>
<p class="meta">${lawMeta(study, language)}</p>`;
  const body = html`${answerBlocks(study, language).map(blockHtml)}
<h2>${LAW_REPORT_WORDS.figures[language]}</h2>${drawings.map((drawing) => drawingHtml(drawing, stills[drawing.id] ?? ''))}
${restBlocks(study, language).map(blockHtml)}`;
  return wholePage({name, version, header, body}, options);
}
