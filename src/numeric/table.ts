/** One column of a table; numbers may be NaN where a fact is missing. */
export type Column =
  | {readonly name: string; readonly type: 'number'; readonly values: Float64Array}
  | {readonly name: string; readonly type: 'integer'; readonly values: Int32Array}
  | {readonly name: string; readonly type: 'text'; readonly values: readonly string[]};

/** Columns of equal length; one tidy row per fact. */
export interface Table {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** A long table that is never whole in memory: it is made piece by piece, as often as it is asked for, with all columns or those named. */
export interface LongTable {
  readonly name: string;
  readonly rows: number;
  pieces(columns?: readonly string[]): AsyncIterable<Table>;
}

/** A table in memory as a long one of a single piece. */
export function inOnePiece(table: Table): LongTable {
  const {name, rows} = table;
  return {
    name,
    rows,
    async *pieces(columns) {
      yield columns ? {...table, columns: table.columns.filter((column) => columns.includes(column.name))} : table;
    },
  };
}

/** A table from a list of plain rows; the first row gives the columns, and a column is text if its first value is. */
export function tableOf(name: string, rows: ReadonlyArray<Readonly<Record<string, string | number | null>>>): Table {
  const columns = Object.entries(rows[0] ?? {}).map(([key, first]): Column => {
    if (typeof first === 'string') return {name: key, type: 'text', values: rows.map((row) => String(row[key] ?? ''))};
    const values = Float64Array.from(rows, (row) => (row[key] === null ? Number.NaN : Number(row[key])));
    return {name: key, type: 'number', values};
  });
  return {name, rows: rows.length, columns};
}
