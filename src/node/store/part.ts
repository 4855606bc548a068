import {createHash} from 'node:crypto';
import {closeSync, fstatSync, openSync, readSync, renameSync, writeFileSync} from 'node:fs';
import {endianness} from 'node:os';
import {join} from 'node:path';
import {diskFault} from '../output/folder.ts';

/** What a part belongs to: parts of another stamp are of no use. */
export interface Stamp {
  readonly configHash: string;
  readonly version: string;
}

/** What a part holds: the records and summaries of consecutive replicates, or one (world, benchmark) of replicate 0 in detail. */
export type Label =
  | {readonly kind: 'replicates'; readonly from: number; readonly to: number}
  | {readonly kind: 'detail'; readonly group: number};

/** The content of a part: lines of text and numbers. */
export interface Part {
  readonly lines: readonly string[];
  readonly numbers: Float64Array;
  /** The numbers as they lie on disk, 64-bit little-endian floats: until the next part is read. */
  readonly bytes: Uint8Array;
}

/** Marks the layout: a file of another layout is damaged. */
const LAYOUT = 'mirage-lab part 2';

/** How the name of a part ends; a file of another name beside it is none. */
export const PART = '.part';

/** How the name of a part with replicates begins. */
export const REPLICATES = 'replicates-';

/** Name of the file of a part. */
export function partName(label: Label): string {
  if (label.kind === 'detail') return `detail-${label.group}${PART}`;
  return `${REPLICATES}${label.from}-${label.to}${PART}`;
}

const SWAPPED = endianness() === 'BE';

/** Numbers as 64-bit little-endian floats, on any machine. */
function bytesOf(numbers: Float64Array): Buffer {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return SWAPPED ? Buffer.from(bytes).swap64() : bytes;
}

function numbersOf(bytes: Buffer): Float64Array {
  const own = Uint8Array.prototype.slice.call(bytes);
  if (SWAPPED) Buffer.from(own.buffer).swap64();
  return new Float64Array(own.buffer);
}

function headOf(stamp: Stamp, label: Label): string {
  const {configHash, version} = stamp;
  return JSON.stringify({layout: LAYOUT, configHash, version, ...label});
}

function checksumOf(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Writes a file piece by piece: joined, a large block would be in memory twice. */
function writePieces(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a part: a line with the SHA-256 of all that follows, a line that says what it is, a line with the number of lines of text, these lines, the
 * numbers. It appears under its name only when it is whole. Throws Fault `output-disk` or `output-unwritable`.
 */
export function writePart(
  folder: string,
  stamp: Stamp,
  label: Label,
  {lines, numbers}: Pick<Part, 'lines' | 'numbers'>,
): void {
  const path = join(folder, partName(label));
  const text = Buffer.from([headOf(stamp, label), lines.length, ...lines, ''].join('\n'));
  const body = [text, bytesOf(numbers)];
  try {
    writePieces(`${path}.tmp`, [Buffer.from(`${checksumOf(body)}\n`), ...body]);
    renameSync(`${path}.tmp`, path);
  } catch (error) {
    throw diskFault(error, path);
  }
}

/** What the last part was read into: thousands of buffers would wait to be collected. */
let buffer = Buffer.alloc(0);

/** Reads a whole file into `buffer`; valid until the next file is read. */
function readWhole(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const {size} = fstatSync(file);
    if (buffer.length < size) buffer = Buffer.allocUnsafeSlow(size);
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read)
      read = readSync(file, buffer, length, size - length, null);
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Cuts lines off the start of a buffer. */
function cutter(bytes: Buffer): {line(): string; rest(): Buffer} {
  let at = 0;
  return {
    line() {
      const end = bytes.indexOf(10, at);
      const line = bytes.toString('utf8', at, end < 0 ? at : end);
      at = end < 0 ? bytes.length : end + 1;
      return line;
    },
    rest: () => bytes.subarray(at),
  };
}

/** Reads a part; says where there is none, or one that is not as it was written or belongs to another study. */
export function readPart(folder: string, stamp: Stamp, label: Label): Part | 'missing' | 'damaged' {
  let bytes: Buffer;
  try {
    bytes = readWhole(join(folder, partName(label)));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'damaged';
  }
  const {line, rest} = cutter(bytes);
  if (line() !== checksumOf([rest()]) || line() !== headOf(stamp, label)) return 'damaged';
  const lines = Array.from({length: Number(line())}, line);
  const own = rest();
  return {lines, numbers: numbersOf(own), bytes: own};
}
