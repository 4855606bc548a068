import {BENCHMARKS} from '../benchmarks/registry.ts';

/** The metric that papers print for a benchmark preset: exact match of open answers, accuracy of choices. */
export function scoreMetric(benchmark: string): string {
  const {answer} = BENCHMARKS.find(({name}) => name === benchmark)!;
  return answer.kind === 'open' ? 'exactStringMatch' : 'accuracy';
}
