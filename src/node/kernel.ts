import {readFileSync} from 'node:fs';
import type {Kernel} from '../engine/kernel/kernel.ts';
import {simdKernel} from '../engine/kernel/simd.ts';
import type {FitKernel} from '../inference/kernel/kernel.ts';
import {simdFitKernel} from '../inference/kernel/simd.ts';

/** The fast kernel, from kernel.wasm as the build leaves it in dist/engine/kernel. */
export function loadKernel(): Kernel {
  return simdKernel(readFileSync(new URL('../engine/kernel/kernel.wasm', import.meta.url)));
}

/** The fast kernel of the fits, from kernel.wasm as the build leaves it in dist/inference/kernel. */
export function loadFitKernel(): FitKernel {
  return simdFitKernel(readFileSync(new URL('../inference/kernel/kernel.wasm', import.meta.url)));
}
