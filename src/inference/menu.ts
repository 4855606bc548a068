/** Shapes after the break, each a polynomial or spline in the bend h. */
export type PostBreak = 'quadratic' | 'cubic' | 'spline';
/** What the curve does before the break. */
export type FarSide = 'flat' | 'sloped' | 'curved';

/** One shape of the menu: its columns are the first `count` of its far side's order. */
export interface ShapeChoice {
  readonly post: PostBreak;
  readonly far: FarSide;
  /** Number of linear columns, the constant included. */
  readonly count: number;
  /** Parameters of the mean, eta and w included. */
  readonly parameters: number;
  /** BIC points by which it must beat the others to be chosen; it shares in the interval of eta without. */
  readonly handicap: number;
}

/** Strong evidence in BIC points (Raftery 1995, table 6). */
const STRONG = 6;

/** Columns of the design: constant, P1(t), P2(t), P3(t), (t - k1)+^3, (t - k2)+^3, loss, squared far side. */
const FAR_COLUMNS: Readonly<Record<FarSide, readonly number[]>> = {flat: [], sloped: [6], curved: [6, 7]};
const POST_COLUMNS: Readonly<Record<PostBreak, number>> = {quadratic: 2, cubic: 3, spline: 5};

/** Order in which a far side takes the columns of the design. */
export function columnOrder(far: FarSide): readonly number[] {
  return [0, ...FAR_COLUMNS[far], 1, 2, 3, 4, 5];
}

function shapeChoice(post: PostBreak, far: FarSide, handicap = 0): ShapeChoice {
  const count = 1 + FAR_COLUMNS[far].length + POST_COLUMNS[post];
  return {post, far, count, parameters: count + 2, handicap};
}

/**
 * The menu of a metric. Discontinuous: quadratic, cubic, and a spline if the evidence is strong (its freedom lets a smooth rise look sharp).
 * Continuous: cubic and spline, because it rises slowly and then fast just below the break, and a quadratic would pay for that with width.
 * Metrics that move before ability does: a cubic, with a far side that is flat, sloped or curved.
 */
export function shapeMenu({
  continuous,
  calibration,
}: {
  continuous: boolean;
  calibration: boolean;
}): readonly ShapeChoice[] {
  if (calibration) return (['flat', 'sloped', 'curved'] as const).map((far) => shapeChoice('cubic', far));
  if (continuous) return [shapeChoice('cubic', 'flat'), shapeChoice('spline', 'flat')];
  return [shapeChoice('quadratic', 'flat'), shapeChoice('cubic', 'flat'), shapeChoice('spline', 'flat', STRONG)];
}
