import type {Benchmark} from '../benchmark.ts';
import {DU2024} from './du2024.ts';

/** Every benchmark preset. */
export const BENCHMARKS: readonly Benchmark[] = DU2024;
