/**
 * Threshold losses that Du et al. 2024 (section 3.1, arXiv:2403.15796) read off their figure by eye, nats per token.
 * The paper says "approximately 2.2" and gives no interval.
 */
export const PAPER_ONSET: Readonly<Record<string, number>> = {mmlu: 2.2, 'c-eval': 2.2};
