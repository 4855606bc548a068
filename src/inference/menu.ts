import {farPlaces} from './design.ts';

/** Shapes after the break, each a polynomial or spline in the bend h; the fine spline has four knots, the spline two of them. */
export type PostBreak = 'quadratic' | 'cubic' | 'spline' | 'fine-spline';
/** What the curve does before the break. */
export type FarSide = 'flat' | 'sloped' | 'curved';

/** One shape of the menu: its columns are the first `count` of its far side's order. */
export interface ShapeChoice {
  readonly post: PostBreak;
  readonly far: FarSide;
  /** Number of knots of its spline. */
  readonly knots: number;
  /** Number of linear columns, the constant included. */
  readonly count: number;
  /** Parameters of the mean, eta and w included. */
  readonly parameters: number;
  /** BIC points by which it must beat the others to be chosen; it shares in the interval of eta without. */
  readonly handicap: number;
}

/** Strong evidence in BIC points (Raftery 1995, table 6). */
const STRONG = 6;

/** How many of the two columns of a far side each takes. */
const FAR_COLUMNS: Readonly<Record<FarSide, number>> = {flat: 0, sloped: 1, curved: 2};
/** Powers and knots of each shape. */
const POST_COLUMNS: Readonly<Record<PostBreak, readonly [number, number]>> = {
  quadratic: [2, 0],
  cubic: [3, 0],
  spline: [3, 2],
  'fine-spline': [3, 4],
};

/** Order in which shapes of a far side take the columns of a design with `knots` knots: constant, far side, powers, knots. */
export function columnOrder(far: FarSide, knots: number): readonly number[] {
  const splines = Array.from({length: knots}, (_, k) => 4 + k);
  return [0, ...farPlaces(knots).slice(0, FAR_COLUMNS[far]), 1, 2, 3, ...splines];
}

function shapeChoice(post: PostBreak, far: FarSide, handicap = 0): ShapeChoice {
  const [powers, knots] = POST_COLUMNS[post];
  const count = 1 + FAR_COLUMNS[far] + powers + knots;
  return {post, far, knots, count, parameters: count + 2, handicap};
}

/**
 * The menu of a metric. Discontinuous: quadratic, cubic, and a spline if the evidence is strong (its freedom lets a smooth rise look sharp).
 * Continuous: cubic and spline, because it rises slowly and then fast just below the break, and a quadratic would pay for that with width; a fine
 * spline if the evidence is strong, because a spline cannot follow the middle of a rise that is longer than that of Du et al. 2024 and would pay with its onset.
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
  if (continuous)
    return [shapeChoice('cubic', 'flat'), shapeChoice('spline', 'flat'), shapeChoice('fine-spline', 'flat', STRONG)];
  return [shapeChoice('quadratic', 'flat'), shapeChoice('cubic', 'flat'), shapeChoice('spline', 'flat', STRONG)];
}
