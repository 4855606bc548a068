import {expect, test} from 'vitest';
import {philox} from '../../src/numeric/philox.ts';

/** Known answers of Random123 (Salmon et al. 2011), philox4x32 with 10 rounds: counter, key, result. */
const KNOWN = [
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
] as const;

test.each(KNOWN)('philox of counter %j under key %j gives the published words', (counter, key, expected) => {
  const block = Uint32Array.from(counter);
  philox(block, 0, key[0], key[1]);
  expect([...block]).toEqual(expected);
});
