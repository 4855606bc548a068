import type {Study} from './study.ts';

const STATED = new Map([
  ['mmlu', 2.2],
  ['c-eval', 2.2],
]);

/**
 * Threshold loss of a benchmark that Du et al. 2024 (section 3.1, arXiv:2403.15796) read off their figure by eye, nats per token;
 * undefined where they state none, where families print on rulers of their own, and for a user's own table. The paper says "approximately 2.2" and gives no interval.
 */
export function paperOnset(
  {table, experiment}: Pick<Study, 'table' | 'experiment'>,
  benchmark: string,
): number | undefined {
  return table === null && !experiment?.rulers ? STATED.get(benchmark) : undefined;
}
