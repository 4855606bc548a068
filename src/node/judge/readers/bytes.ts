import {createReadStream} from 'node:fs';
import {open} from 'node:fs/promises';
import {Fault} from '../../../numeric/fault.ts';

/** Bytes read at a time. */
const CHUNK = 1 << 18;

/** The first bytes of a file. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What the first bytes say a file is, where it is not text. */
function kindOf(head: Buffer): string {
  const magic = head.subarray(0, 4).toString('latin1');
  if (magic === 'PAR1') return 'Parquet';
  if (magic.startsWith('PK')) return 'xlsx, zip';
  if (magic.startsWith('\u001f\u008b')) return 'gzip';
  if (magic.startsWith('\u00ff\u00fe') || magic.startsWith('\u00fe\u00ff')) return 'UTF-16';
  return 'binary';
}

/** Whether a file starts as Parquet does. */
export async function isParquet(path: string): Promise<boolean> {
  return kindOf(await firstBytes(path, 4)) === 'Parquet';
}

/**
 * The bytes of a text file, chunk by chunk, checked on the way with the number of bytes before the end of each chunk.
 * Throws Fault `judge-binary` where there is a zero byte and `judge-encoding` where it is not UTF-8.
 */
export async function* textChunks(path: string, name: string): AsyncGenerator<{chunk: Buffer; read: number}> {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  let read = 0;
  let head: Buffer | null = null;
  try {
    for await (const chunk of createReadStream(path, {highWaterMark: CHUNK}) as AsyncIterable<Buffer>) {
      head ??= chunk;
      const kind = kindOf(head);
      if (kind !== 'binary' || chunk.includes(0)) throw new Fault('judge-binary', {file: name, got: kind});
      decoder.decode(chunk, {stream: true});
      read += chunk.length;
      yield {chunk, read};
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new Fault('judge-encoding', {file: name});
    }
    throw error;
  }
}
