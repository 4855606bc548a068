import {promisify} from 'node:util';
import {crc32, deflate} from 'node:zlib';

/** An image of eight bits a channel: red, green, blue and opacity of each pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Depth 8, colour type 6 (RGBA), and the only compression, filter method and order there is without interlacing. */
const KIND = [8, 6, 0, 0, 0];

const compressed = promisify(deflate);

/** Length, type, data and checksum of type and data. */
function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

/** Rows behind their filter, which is none: areas of one colour and the same letters again are found as they are. */
function scanlines({width, height, pixels}: Pixels): Buffer {
  const row = 4 * width;
  const lines = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++) pixels.copy(lines, y * (row + 1) + 1, y * row, (y + 1) * row);
  return lines;
}

/** A PNG file (ISO/IEC 15948); it is compressed on another thread. */
export async function pngBytes(image: Pixels): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(image.width, 0);
  header.writeUInt32BE(image.height, 4);
  header.set(KIND, 8);
  const data = await compressed(scanlines(image));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
