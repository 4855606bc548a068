import type {Column, Table} from '../../numeric/table.ts';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** What cannot stand in a cell as it is. */
const SPECIAL = /^[=+\-@\t\r]|[",\r\n]/;

/** A text as a cell (RFC 4180) that no spreadsheet runs: an apostrophe stands before what looks like a formula. */
function textCell(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const value = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The cell of each row. */
type Cells = (row: number) => string;

function cellsOf({type, values}: Column): Cells {
  if (type === 'text') return (row) => textCell(values[row]!);
  return (row) => {
    const value = values[row]!;
    return Number.isNaN(value) ? '' : String(value);
  };
}

/** Rows handed to the file at a time. */
const CHUNK = 20_000;

/** Most rows of which cells are kept: more would take too much memory. */
const MOST_KEPT = 65_536;

/** Columns in their order, those side by side that `again` holds of in one list. */
function runsOf(columns: readonly Column[], again: (column: Column) => boolean): readonly Column[][] {
  const runs: Column[][] = [];
  let open = false;
  for (const column of columns) {
    const comes = again(column);
    if (open && comes) runs.at(-1)!.push(column);
    else runs.push([column]);
    open = comes;
  }
  return runs;
}

/** The cells of columns side by side. */
function joined(columns: readonly Column[]): Cells {
  const [first, ...others] = columns.map(cellsOf);
  return others.length === 0 ? first! : (row) => others.reduce((text, cells) => `${text},${cells(row)}`, first!(row));
}

/**
 * Rows of the pieces of one table as comma-separated text (RFC 4180, lines end with a line feed), in chunks.
 * What columns say that come again is kept: in a long table most are the same for every replicate.
 */
export function csvWriter(): (piece: Table) => Generator<string> {
  const seen = new WeakSet<Column['values']>();
  const kept = new WeakMap<
    Column['values'],
    {readonly of: readonly Column['values'][]; readonly texts: readonly string[]}
  >();
  const keptCells = (run: readonly Column[], rows: number): Cells => {
    const of = run.map(({values}) => values);
    const found = kept.get(of[0]!);
    const same = found?.texts.length === rows && found.of.length === of.length;
    if (found && same && of.every((values, i) => values === found.of[i])) return (row) => found.texts[row]!;
    const cells = joined(run);
    const texts = Array.from({length: rows}, (_, row) => cells(row));
    kept.set(of[0]!, {of, texts});
    return (row) => texts[row]!;
  };
  return function* rowsOf({columns, rows}) {
    const again = ({values}: Column) => rows <= MOST_KEPT && seen.has(values);
    const runs = runsOf(columns, again).map((run) => (again(run[0]!) ? keptCells(run, rows) : joined(run)));
    for (const {values} of columns) seen.add(values);
    for (let from = 0; from < rows; from += CHUNK) {
      let text = '';
      for (let row = from; row < Math.min(from + CHUNK, rows); row++) {
        for (let c = 0; c < runs.length; c++) text += c === 0 ? runs[c]!(row) : `,${runs[c]!(row)}`;
        text += '\n';
      }
      yield text;
    }
  };
}
