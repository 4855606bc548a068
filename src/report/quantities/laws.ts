import {LAWS} from '../../science/laws/registry.ts';
import type {Measured, Quantity} from '../quantity.ts';
import type {StudyNumbers} from '../study.ts';
import {FORMS} from './forms.ts';

/** Mean over replicates from the relative bias that a recovery tells. */
function meanOf(
  one:
    | {
        readonly truth: number | null;
        readonly bias: {readonly value: number; readonly mcse: number; readonly n: number} | null;
      }
    | undefined,
): Measured | null {
  if (!one?.truth || !one.bias) return null;
  const {value, mcse, n} = one.bias;
  return {value: one.truth * (1 + value), error: n > 1 ? Math.abs(one.truth) * mcse : null};
}

function lawOf({findings}: StudyNumbers, name: unknown) {
  return findings.recovery?.find((law) => law.name === name);
}

/** A constant as it is fitted to runs that were simulated by its law. */
export const fittedConstant: Quantity = {
  ...FORMS.fittedConstant,
  measure: (study, {law, constant}) => meanOf(lawOf(study, law)?.parameters.find(({name}) => name === constant)),
};

/** N_opt of a law as it is fitted to runs that were simulated by it, parameters. */
export const optimalParams: Quantity = {
  ...FORMS.optimalParams,
  measure: (study, of) => meanOf(lawOf(study, of.law)?.optimal.find(({compute}) => compute === of.compute)),
};

/** Loss of a preset at a size and a number of tokens, at the end of a schedule, nats per token. */
export const lawLoss: Quantity = {
  ...FORMS.lawLoss,
  measure(_, {law, params, tokens}) {
    const form = LAWS.find(({presets}) => Object.hasOwn(presets, law!));
    if (!form) return null;
    const [N, D] = [Number(params), Number(tokens)];
    const at = {N, Nne: N, D, S: 1, U: Number.POSITIVE_INFINITY, lr: 0};
    return {value: form.build(form.presets[law!]!.values)(at), error: null};
  },
};
