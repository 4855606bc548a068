import type {Rate} from '../../inference/findings.ts';
import type {Measured, Quantity} from '../quantity.ts';
import {widthLadders} from '../scale/widthLadder.ts';
import {FORMS} from './forms.ts';

/** A rate with its Monte Carlo standard error, which one replicate does not have. */
function ofRate({value, mcse, n}: Rate): Measured {
  return {value, error: n > 1 ? mcse : null};
}

/** Mean over replicates of the fitted onset, nats per token; null where none was located. */
export const onset: Quantity = {
  ...FORMS.onset,
  measure({findings}, {world, benchmark, metric}) {
    const curve = findings.curves.find(
      (one) => one.world === world && one.benchmark === benchmark && one.metric === metric,
    );
    if (curve?.rates?.onset) return ofRate(curve.rates.onset);
    return curve?.onset ? {value: curve.onset.estimate, error: null} : null;
  },
};

/** Share of replicates with a verdict. */
export const verdictShare: Quantity = {
  ...FORMS.verdictShare,
  measure({findings}, {world, benchmark, verdict}) {
    const found = findings.benchmarks.find((one) => one.world === world && one.benchmark === benchmark);
    const rate = found?.rates?.[String(verdict)];
    return rate ? ofRate(rate) : null;
  },
};

/** Exponent of the width of exact match as a power of the length of the answer, with the standard error of the fit. */
export const widthSlope: Quantity = {
  ...FORMS.widthSlope,
  measure(study, {world}) {
    const fit = widthLadders(study).find((ladder) => ladder.world === world)?.fit;
    return fit ? {value: fit.exponent, error: fit.standardError} : null;
  },
};
