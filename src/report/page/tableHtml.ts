import {widthOf} from '../displayWidth.ts';
import {spanOf, type Table} from '../table.ts';
import {type Html, html} from './html.ts';

/** Width in Latin characters above which a cell may wrap; a Chinese one counts twice. */
const LONG = 42;

function cellHtml(table: Table, row: number, column: number): readonly Html[] {
  const text = table.rows[row]![column] ?? null;
  if (text === null) return [];
  const content = table.strong?.includes(column) ? html`<strong>${text}</strong>` : html`${text}`;
  return [
    html`<td rowspan="${spanOf(table, row, column)}"${widthOf(text) > LONG ? html` class="long"` : html``}>${content}</td>`,
  ];
}

/** A table in HTML, inside a box that scrolls sideways on a narrow screen. */
export function tableHtml(table: Table): Html {
  const head = table.head.map((text) => html`<th scope="col">${text}</th>`);
  const rows = table.rows.map((row, i) => html`<tr>${row.flatMap((_, column) => cellHtml(table, i, column))}</tr>`);
  return html`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
