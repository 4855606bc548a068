import {type Table, tableOf} from '../numeric/table.ts';
import type {CurveFinding, Findings, Rate} from './findings.ts';

function rateColumns(name: string, rate: Rate | null | undefined): Record<string, number | null> {
  return {[name]: rate?.value ?? null, [`${name}Mcse`]: rate?.mcse ?? null};
}

function row(curve: CurveFinding): Record<string, string | number | null> {
  const {onset, width, estimator, plateau, rates, truth} = curve;
  return {
    world: curve.world ?? '',
    benchmark: curve.benchmark,
    metric: curve.metric,
    points: curve.points,
    onset: onset?.estimate ?? null,
    onsetLow: onset?.low ?? null,
    onsetHigh: onset?.high ?? null,
    width: width.estimate,
    widthLow: width.low,
    widthHigh: width.high,
    widthLimit: curve.widthLimit,
    shape: curve.shape,
    reason: curve.reason,
    weights: estimator.weights,
    postBreak: estimator.postBreak,
    farSide: estimator.farSide,
    inflation: estimator.inflation,
    plateau: plateau?.level.estimate ?? null,
    chance: plateau?.chance ?? null,
    truthOnset: truth?.onset ?? null,
    truthWidth: truth?.width ?? null,
    ...rateColumns('rateSharp', rates?.shapes.sharp),
    ...rateColumns('rateSoft', rates?.shapes.soft),
    ...rateColumns('rateUndetermined', rates?.shapes.undetermined),
    ...rateColumns('rateDavies', rates?.lineNull?.davies),
    ...rateColumns('rateSupF', rates?.lineNull?.supF),
    ...rateColumns('rateSmoothNull', rates?.smoothNullRejected),
    ...rateColumns('spearman', rates?.correlations?.spearman),
    ...rateColumns('pearson', rates?.correlations?.pearson),
    ...rateColumns('coverageOnset', rates?.coverageOnset),
    ...rateColumns('coverageWidth', rates?.coverageWidth),
    ...rateColumns('biasOnset', rates?.biasOnset),
    replicates: rates?.width.n ?? null,
  };
}

/** One row per curve: losses and widths in nats, rates over replicates with their Monte Carlo standard errors. */
export function findingsTable({curves}: Findings): Table {
  return tableOf('findings', curves.map(row));
}
