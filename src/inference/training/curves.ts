import {exp, log} from '../../numeric/elementary.ts';
import {grouped} from '../../numeric/grouped.ts';
import {
  CRITICAL_BATCH,
  type CriticalBatch,
  criticalBatch,
  minimumCompute,
  minimumSteps,
} from '../../science/kaplan/criticalBatch.ts';
import {PF_DAY} from '../../science/kaplan/pfDay.ts';

/** One checkpoint of a training run, as tables hold it. */
export interface TrainingRow {
  readonly family: string;
  readonly run: string;
  readonly paramsNonEmbedding: number;
  readonly tokens: number;
  readonly steps: number;
  /** Tokens of a step. */
  readonly batch: number;
  /** Tokens of the data set; infinite where none is seen twice. */
  readonly unique: number;
  /** 6 N D without embeddings, FLOP. */
  readonly computeNonEmbedding: number;
  /** Nats per token. */
  readonly loss: number;
}

/** One checkpoint with what it would have cost at other batches. */
export interface CurvePoint {
  readonly tokens: number;
  readonly steps: number;
  /** C, PF-days. */
  readonly compute: number;
  /** Nats per token. */
  readonly loss: number;
  /** Bcrit(L), tokens. */
  readonly critical: number;
  /** Smin. */
  readonly leastSteps: number;
  /** Cmin, PF-days. */
  readonly leastCompute: number;
}

/** What a training curve is read against. */
export type Ruler = 'tokens' | 'steps' | 'compute' | 'leastSteps' | 'leastCompute';

/** The checkpoints of one run, in the order of training. */
export interface TrainingCurve {
  readonly family: string;
  readonly run: string;
  /** N without embeddings. */
  readonly size: number;
  readonly batch: number;
  readonly unique: number;
  /** Constants of the critical batch that its points are read with. */
  readonly constants: CriticalBatch;
  readonly points: readonly CurvePoint[];
}

function pointOf({tokens, steps, batch, computeNonEmbedding, loss}: TrainingRow, constants: CriticalBatch): CurvePoint {
  const compute = computeNonEmbedding / PF_DAY;
  const critical = criticalBatch(loss, constants);
  return {
    tokens,
    steps,
    compute,
    loss,
    critical,
    leastSteps: minimumSteps(steps, batch, critical),
    leastCompute: minimumCompute(compute, batch, critical),
  };
}

/** The curves of some rows; steps and compute at other batches by the loss of each row (Kaplan et al. 2020, equations 5.4 and 5.5). */
export function trainingCurves(
  rows: readonly TrainingRow[],
  constants: CriticalBatch = CRITICAL_BATCH,
): TrainingCurve[] {
  return [...grouped(rows, ({family, run}) => `${family}/${run}`).values()].map((mine) => {
    const {family, run, paramsNonEmbedding, batch, unique} = mine[0]!;
    const points = mine.map((row) => pointOf(row, constants));
    return {family, run, size: paramsNonEmbedding, batch, unique, constants, points};
  });
}

/** The last checkpoint. */
export function finalPoint({points}: TrainingCurve): CurvePoint {
  return points[points.length - 1]!;
}

/** y at x on the line through two points, all in logarithms. */
function between(x: number, [x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): number {
  const share = x1 === x0 ? 0 : log(x / x0) / log(x1 / x0);
  return exp((1 - share) * log(y0) + share * log(y1));
}

/** Loss of a run where its ruler reads `x`, by straight lines between checkpoints in logarithms; null outside the run. */
export function lossAt({points}: TrainingCurve, ruler: Ruler, x: number): number | null {
  for (let i = 1; i < points.length; i++) {
    const [before, after] = [points[i - 1]!, points[i]!];
    if (before[ruler] <= x && x <= after[ruler]) {
      return between(x, [before[ruler], before.loss], [after[ruler], after.loss]);
    }
  }
  return null;
}

/** What the ruler reads where a run first falls to `loss`; null where it never does or starts below it. */
export function reachOf({points}: TrainingCurve, ruler: Ruler, loss: number): number | null {
  const after = points.findIndex((point) => point.loss <= loss);
  if (after < 1) return null;
  const [high, low] = [points[after - 1]!, points[after]!];
  return between(loss, [high.loss, high[ruler]], [low.loss, low[ruler]]);
}
