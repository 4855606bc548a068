const STATED = new Map([
  ['mmlu', 2.2],
  ['c-eval', 2.2],
]);

/**
 * Threshold loss of a benchmark that Du et al. 2024 (section 3.1, arXiv:2403.15796) read off their figure by eye, nats per token;
 * undefined where they state none. The paper says "approximately 2.2" and gives no interval.
 */
export function paperOnset(benchmark: string): number | undefined {
  return STATED.get(benchmark);
}
