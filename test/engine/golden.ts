import type {Kernel} from '../../src/engine/kernel/kernel.ts';
import {referenceKernel} from '../../src/engine/kernel/reference.ts';
import {simdKernel} from '../../src/engine/kernel/simd.ts';
import {planOf, valuesPerCell} from '../../src/engine/plan.ts';
import {simulator} from '../../src/engine/simulate.ts';
import {smallExperiment} from './experiment.ts';

/** Every number of a small study, shape [cells, worlds, STATISTICS]: what no change of code, kernel or engine may move. */
export function goldenValues(kernel: Kernel, tokens = 1): Float64Array {
  const plan = planOf(
    smallExperiment({
      questions: 500,
      tokens,
      benchmarks: ['mmlu', 'c-eval', 'winogrande', 'gsm8k'],
      metrics: ['accuracy', 'logProb', 'margin'],
    }),
  );
  const out = new Float64Array(plan.cells * valuesPerCell(plan));
  simulator(plan, kernel).simulate(0, plan.cells, out);
  return out;
}

/** The golden values by the kernel of these bytes, as text that keeps every bit; and whether the engine ran it and not the reference. */
export function goldenText(bytes: readonly number[]): {readonly values: string; readonly vectors: boolean} {
  const kernel = simdKernel(Uint8Array.from(bytes));
  return {values: [...goldenValues(kernel), ...goldenValues(kernel, 5)].join(' '), vectors: kernel !== referenceKernel};
}
