import {Readable} from 'node:stream';
import {CsvError, type Options, parse} from 'csv-parse';
import {plainText} from '../../../config/plainText.ts';
import {Fault} from '../../../numeric/fault.ts';
import {note} from '../note.ts';
import {BATCH, type Batch, type Reader} from '../reader.ts';
import {quoted} from '../text.ts';
import {firstBytes, textChunks} from './bytes.ts';

/** A text table on disk. */
export interface TextFile {
  readonly path: string;
  /** The path as the user wrote it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Longest row, characters: a file without line ends does not fill the memory. */
const LONGEST_ROW = 1e6;
const HEAD = 1 << 16;

/** The delimiter of a header that has no comma: a tab or a semicolon. */
async function delimiterOf(path: string): Promise<string> {
  const [header = ''] = (await firstBytes(path, HEAD)).toString('utf8').split(/\r\n|\n|\r/);
  if (header.includes(',')) return ',';
  return ['\t', ';'].find((mark) => header.includes(mark)) ?? ',';
}

/** What a fault of the parser is in our words. */
function csvFault(error: unknown, name: string, rows: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const {code, message} = error;
  const line = Number(error.lines ?? 0);
  const row = {file: name, line};
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') {
    const [, expected, got] = /expect (\d+), got (\d+)/.exec(message) ?? [];
    return new Fault('judge-ragged', {...row, expected: Number(expected), got: Number(got)});
  }
  // The parser knows only where the file ends, not where the quote opens: in the row after the last whole one.
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new Fault('judge-quote-open', {file: name, row: rows + 1});
  if (code === 'CSV_MAX_RECORD_SIZE') return new Fault('judge-row-long', {...row, bound: LONGEST_ROW});
  return new Fault('judge-csv', {...row, reason: quoted(message)});
}

/** Rows of a file from a place on, with the share of the file that has been read; ends of the iteration close the file. */
async function* rowsOf(file: TextFile, options: Options): AsyncGenerator<{row: string[]; share: number}> {
  let done = 0;
  let rows = 0;
  const chunks = async function* () {
    for await (const {chunk, read} of textChunks(file.path, file.name)) {
      done = read;
      yield chunk;
    }
  };
  const parser = parse({...options, bom: true, skip_empty_lines: true, max_record_size: LONGEST_ROW});
  const source = Readable.from(chunks());
  source.on('error', (error) => parser.destroy(error));
  parser.on('close', () => source.destroy());
  try {
    for await (const row of source.pipe(parser)) {
      rows++;
      yield {row, share: done / file.size};
    }
  } catch (error) {
    throw csvFault(error, file.name, rows);
  }
}

async function* batchesOf(rows: ReturnType<typeof rowsOf>, places: readonly number[]): AsyncGenerator<Batch> {
  let batch: string[][] = [];
  let share = 0;
  for await (const one of rows) {
    batch.push(places.map((place) => one.row[place]!));
    share = one.share;
    if (batch.length < BATCH) continue;
    yield {rows: batch, share};
    batch = [];
  }
  yield {rows: batch, share};
}

async function headerOf(file: TextFile, delimiter: string): Promise<readonly string[]> {
  for await (const {row} of rowsOf(file, {delimiter, to: 1})) return row.map(plainText);
  throw new Fault('judge-empty', {file: file.name});
}

/**
 * Reads comma-separated text (RFC 4180) as a stream; a header without commas may use tabs or semicolons. Throws Fault `judge-empty`,
 * `judge-binary`, `judge-encoding`, and while rows are read `judge-ragged`, `judge-quote-open`, `judge-row-long`, `judge-csv`.
 */
export async function csvReader(file: TextFile): Promise<Reader> {
  const delimiter = await delimiterOf(file.path);
  const columns = await headerOf(file, delimiter);
  return {
    columns,
    notes: delimiter === ';' ? [note('semicolons')] : [],
    defaults: {},
    errors: new Map(),
    batches: (wanted) =>
      batchesOf(
        rowsOf(file, {delimiter, from: 2}),
        wanted.map((column) => columns.indexOf(column)),
      ),
  };
}
