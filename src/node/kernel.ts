import {readFileSync} from 'node:fs';
import type {Kernel} from '../engine/kernel/kernel.ts';
import {simdKernel} from '../engine/kernel/simd.ts';

/** The fast kernel, from kernel.wasm as the build leaves it in dist/engine/kernel. */
export function loadKernel(): Kernel {
  return simdKernel(readFileSync(new URL('../engine/kernel/kernel.wasm', import.meta.url)));
}
