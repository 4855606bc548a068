import {Fault} from '../numeric/fault.ts';
import type {Column, Table} from '../numeric/table.ts';

function columnOf({name: table, columns}: Table, name: string): Column {
  const column = columns.find((entry) => entry.name === name);
  if (!column) throw new Fault('table-column', {table, column: name});
  return column;
}

/** A column of numbers by name. Throws Fault `table-column` if the table has no such column of numbers. */
export function numberColumn(table: Table, name: string): Float64Array {
  const column = columnOf(table, name);
  if (column.type === 'text') throw new Fault('table-column', {table: table.name, column: name});
  return column.type === 'number' ? column.values : Float64Array.from(column.values);
}

/** A column of texts by name. Throws Fault `table-column` if the table has no such column of texts. */
export function textColumn(table: Table, name: string): readonly string[] {
  const column = columnOf(table, name);
  if (column.type !== 'text') throw new Fault('table-column', {table: table.name, column: name});
  return column.values;
}
