/** A table of texts; null continues the cell above it. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<ReadonlyArray<string | null>>;
  /** Columns that are emphasised. */
  readonly strong?: readonly number[];
}

/** Rows below a cell that continue it, itself included. */
export function spanOf({rows}: Table, row: number, column: number): number {
  let span = 1;
  while (row + span < rows.length && rows[row + span]![column] === null) span++;
  return span;
}

/** The table in Markdown; cells that continue the one above repeat it, pipes are escaped. */
export function markdownTable({head, rows}: Table): string {
  const last: string[] = [];
  const lines = rows.map((row) =>
    row.map((cell, i) => {
      if (cell !== null) last[i] = cell;
      return last[i] ?? '';
    }),
  );
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...lines.map(line)].join('\n');
}

/** A text from the study made safe for Markdown: no markup, no line breaks, no table borders. */
export function markdownText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ');
}
