import type {Latent} from '../latent.ts';

/** Pieces to a nat. */
const PIECES = 512;

/** Losses below this many nats per token are tabulated. */
const HIGHEST = 12;

/** Largest error of s and of tau between the points of a piece. */
const TOLERANCE = 1e-6;

/** Numbers of a piece: four coefficients of s, then four of tau. */
const WIDTH = 8;

/** Where a piece is fitted and where it is tried. */
const FITTED = [0, 1 / 3, 2 / 3, 1] as const;
const TRIED = [1 / 6, 1 / 2, 5 / 6] as const;

const [UNKNOWN, CUBIC, EXACT] = [0, 1, 2];

/** Writes the latents at losses, nats per token; shape [losses] each. */
export type LatentTable = (losses: Float64Array, s: Float64Array, tau: Float64Array) => void;

function cubicAt(pieces: Float64Array, at: number, t: number): number {
  return pieces[at]! + t * (pieces[at + 1]! + t * (pieces[at + 2]! + t * pieces[at + 3]!));
}

/** Writes the cubic through values at FITTED. */
function putCubic([a, b, c, d]: readonly number[], pieces: Float64Array, at: number): void {
  pieces[at] = a!;
  pieces[at + 1] = -5.5 * a! + 9 * b! - 4.5 * c! + d!;
  pieces[at + 2] = 9 * a! - 22.5 * b! + 18 * c! - 4.5 * d!;
  pieces[at + 3] = 4.5 * (d! - a!) + 13.5 * (b! - c!);
}

/** Fits piece i; false where it misses a latent, as at a corner, by more than the tolerance. */
function fitPiece(latentAt: (loss: number) => Latent, i: number, pieces: Float64Array): boolean {
  const inside = (t: number) => latentAt((i + t) / PIECES);
  const at = i * WIDTH;
  const fitted = FITTED.map(inside);
  putCubic(
    fitted.map(({s}) => s),
    pieces,
    at,
  );
  putCubic(
    fitted.map(({tau}) => tau),
    pieces,
    at + 4,
  );
  return TRIED.every((t) => {
    const {s, tau} = inside(t);
    const error = Math.max(Math.abs(cubicAt(pieces, at, t) - s), Math.abs(cubicAt(pieces, at + 4, t) - tau));
    return error < TOLERANCE;
  });
}

/**
 * Latents of a law of the loss alone to 1e-6 in s and tau: cubics over 512ths of a nat, made when they are first needed; pieces that no
 * cubic follows, and losses outside the table, are left to the law itself.
 */
export function latentTable(latentAt: (loss: number) => Latent): LatentTable {
  const kinds = new Uint8Array(HIGHEST * PIECES);
  const pieces = new Float64Array(HIGHEST * PIECES * WIDTH);
  return (losses, s, tau) => {
    for (let k = 0; k < losses.length; k++) {
      const place = losses[k]! * PIECES;
      const i = Math.floor(place);
      if (kinds[i] === UNKNOWN) kinds[i] = fitPiece(latentAt, i, pieces) ? CUBIC : EXACT;
      if (kinds[i] === CUBIC) {
        s[k] = cubicAt(pieces, i * WIDTH, place - i);
        tau[k] = cubicAt(pieces, i * WIDTH + 4, place - i);
      } else {
        const latent = latentAt(losses[k]!);
        s[k] = latent.s;
        tau[k] = latent.tau;
      }
    }
  };
}
