import seedrandom from 'seedrandom';
import {philox} from './philox.ts';

/** A key of 64 bits: one purpose of one seed. */
export interface Key {
  readonly k0: number;
  readonly k1: number;
}

/** A stream at one address: 128 bits from which any number of words can be read by index. */
export interface Stream {
  readonly k0: number;
  readonly k1: number;
  readonly c0: number;
  readonly c1: number;
}

/** The four words of an address: replicate, run, checkpoint, benchmark (0 where one does not apply). */
export type Address = readonly [number, number, number, number];

/**
 * The key of a purpose (`run noise`, `answers` ...) under the written seed.
 * seedrandom reads one byte per character, so the text is handed over as its UTF-8 bytes.
 */
export function streamKey(seed: string, purpose: string): Key {
  const bytes = new TextEncoder().encode(`${seed}\u0000${purpose}`);
  const random = seedrandom(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return {k0: random.int32() >>> 0, k1: random.int32() >>> 0};
}

/** A 32-bit name for a text, so that an address depends on what a thing is called and not on its place (FNV-1a, mixed). */
export function nameWord(text: string): number {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The stream at an address. */
export function streamAt(key: Key, address: Address): Stream {
  const block = Uint32Array.from(address);
  philox(block, 0, key.k0, key.k1);
  return {k0: block[0]!, k1: block[1]!, c0: block[2]!, c1: block[3]!};
}

/** Fills `out` with the words `4 * from` onwards of a stream; `out.length` is a multiple of four. */
export function fillWords(stream: Stream, from: number, out: Uint32Array): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = from + (i >>> 2);
    out[i + 1] = 0;
    out[i + 2] = stream.c0;
    out[i + 3] = stream.c1;
    philox(out, i, stream.k0, stream.k1);
  }
}

/** `count` uniform numbers of a stream, each of 52 bits and inside the open interval (0, 1), from the number `from`, even, onwards. */
export function uniforms(stream: Stream, count: number, from = 0): Float64Array {
  const words = new Uint32Array(4 * Math.ceil(count / 2));
  fillWords(stream, from / 2, words);
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    out[i] = ((words[2 * i]! >>> 6) * 67108864 + (words[2 * i + 1]! >>> 6) + 0.5) * 2.220446049250313e-16;
  }
  return out;
}
