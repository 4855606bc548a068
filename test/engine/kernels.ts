import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Kernel} from '../../src/engine/kernel/kernel.ts';
import {referenceKernel} from '../../src/engine/kernel/reference.ts';
import {simdKernel} from '../../src/engine/kernel/simd.ts';
import {ROOT} from '../house/sources.ts';

/** The compiled fast kernel, as the build leaves it. */
export const KERNEL_BYTES: Uint8Array = readFileSync(join(ROOT, 'dist', 'engine', 'kernel', 'kernel.wasm'));

/** The kernel that studies run on. */
export const fastKernel: Kernel = simdKernel(KERNEL_BYTES);

/** Every kernel by name. */
export const KERNELS: Readonly<Record<string, Kernel>> = {reference: referenceKernel, simd: fastKernel};
