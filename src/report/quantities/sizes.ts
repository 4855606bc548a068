import {memoryShare as shareOf} from '../../science/curves/grokking.ts';
import {LAWS} from '../../science/laws/registry.ts';
import {sizeThreshold as thresholdOf} from '../../science/sizeThreshold.ts';
import type {Quantity} from '../quantity.ts';
import {FORMS} from './forms.ts';

/** N* of equation 5 of Du et al. 2024, parameters, by the loss law of the study at the end of a schedule; null where the law is none of size. */
export const sizeThreshold: Quantity = {
  ...FORMS.sizeThreshold,
  measure({experiment}, {tokens, eta}) {
    const form = LAWS.find(({name}) => name === experiment?.loss.form);
    if (!experiment || !form?.atTokens) return null;
    const size = thresholdOf(form.atTokens(experiment.loss.values, {D: Number(tokens), lr: 0}), Number(eta));
    return Number.isFinite(size) ? {value: size, error: null} : null;
  },
};

/** m(N) of the grokking curve that a world follows on a benchmark; null where it follows another one. */
export const memoryShare: Quantity = {
  ...FORMS.memoryShare,
  measure({experiment}, of) {
    const curve = experiment?.worlds.find(({name}) => name === of.world)?.curves[String(of.benchmark)];
    const run = experiment?.population.runs.find(({name}) => name === of.run);
    return run && curve?.curve === 'grokking' ? {value: shareOf(curve.values, run.params), error: null} : null;
  },
};

/** Tokens of a sequence in Du et al. 2024. */
const SEQUENCE = 2048;

/** 6 N_ne D / 2048 of a whole run. */
export const sequenceCompute: Quantity = {
  ...FORMS.sequenceCompute,
  measure({experiment}, of) {
    const run = experiment?.population.runs.find(({name}) => name === of.run);
    return run ? {value: (6 * run.paramsNonEmbedding * run.tokens) / SEQUENCE, error: null} : null;
  },
};
