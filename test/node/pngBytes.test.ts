import {crc32, inflateSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {pngBytes} from '../../src/node/render/pngBytes.ts';

/** The chunks of a PNG file, by their types; throws where a checksum is wrong. */
function chunksOf(file: Buffer): Record<string, Buffer> {
  const found: Record<string, Buffer> = {};
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) throw new Error(`checksum at ${at}`);
    found[file.toString('latin1', at + 4, at + 8)] = file.subarray(at + 8, end);
    at = end + 4;
  }
  return found;
}

test('a PNG file gives the size and every pixel back', async () => {
  const pixels = Buffer.from(Array.from({length: 3 * 2 * 4}, (_, i) => (i * 37) % 256));
  const file = await pngBytes({width: 3, height: 2, pixels});
  expect(file.toString('latin1', 0, 8)).toBe('\x89PNG\r\n\x1a\n');
  const {IHDR, IDAT, IEND} = chunksOf(file);
  expect([...IHDR!]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
  const lines = inflateSync(IDAT!);
  expect([lines[0], lines[13]]).toEqual([0, 0]);
  expect(Buffer.concat([lines.subarray(1, 13), lines.subarray(14)])).toEqual(pixels);
  expect(IEND).toHaveLength(0);
});
