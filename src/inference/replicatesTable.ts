import {type Table, tableOf} from '../numeric/table.ts';
import type {CurveSummary, ReplicateSummary} from './summary.ts';

function row(
  {world, benchmark, metric, onset, width, shape, lineNull, correlations, warp}: CurveSummary,
  replicate: number,
) {
  const nearest = warp?.statistics.filter(({near}) => near).map(({statistic}) => statistic) ?? [];
  return {
    world: world ?? '',
    benchmark,
    metric,
    replicate,
    onset: onset?.estimate ?? null,
    onsetLow: onset?.low ?? null,
    onsetHigh: onset?.high ?? null,
    width: width.estimate,
    widthLow: width.low,
    widthHigh: width.high,
    shape,
    daviesP: lineNull.davies,
    supFP: lineNull.supF,
    ...correlations,
    smoothNullStatistic: nearest.length > 0 ? Math.min(...nearest) : null,
  };
}

/** One row per curve of consecutive replicates from `first` on: losses and widths in nats; daviesP and supFP hold a straight line against a break; spearman and pearson correlate value and loss; smoothNullStatistic is the least over the near-best smooth curves. */
export function replicatesTable(summaries: readonly ReplicateSummary[], first = 0): Table {
  return tableOf(
    'replicates',
    summaries.flatMap(({curves}, i) => curves.map((curve) => row(curve, first + i))),
  );
}
