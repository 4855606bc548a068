import {normalQuantile} from '../../numeric/normal.ts';
import {quasiPoints} from '../../numeric/quasi.ts';
import {quickExp} from '../../numeric/quickExp.ts';
import {quickLog} from '../../numeric/quickLog.ts';
import {discrimination} from '../answer/spread.ts';
import type {Latent} from '../latent.ts';

/** Statistics that the surrogate draws; the squares of the others follow them. */
export const DRAWN = ['correct', 'probability', 'brier', 'logProbability', 'margin'] as const;

/** A fixed set of questions with one answer each, spread evenly over what questions and answers can be. */
export interface Panel {
  readonly size: number;
  /** b of each question, standard normal; shape [size]. */
  readonly b: Float64Array;
  /** What each answer scores at a latent, in the same memory every time; shape [DRAWN, size]. */
  answer(latent: Latent): Float64Array;
}

/** Answers of a panel: covariances are then good to 0.2 to 2 % (2 to 10 options; 5 % at 26). */
const SIZE = 8192;

/** Distances between logits are held inside, as in the kernel that simulates questions: 60 bits. */
const FAR = 60 * Math.LN2;

/** e^x held at 60 bits. */
function heldExp(x: number): number {
  return quickExp(Math.min(Math.max(x, -FAR), FAR));
}

/** Multiple choice: z_c = tau e_c + [c = 0] s a, p = softmax(z). */
export function choicePanel(options: number, spread: number): Panel {
  const [ease, ...noise] = quasiPoints(SIZE, options + 1).map((column) => column.map(normalQuantile));
  const b = ease!;
  const strength = b.map((z) => discrimination(spread, z));
  const out = new Float64Array(DRAWN.length * SIZE);
  return {
    size: SIZE,
    b,
    answer({s, tau}) {
      for (let i = 0; i < SIZE; i++) {
        const right = tau * noise[0]![i]! + s * strength[i]!;
        let sum = 1;
        let squares = 0;
        let best = 0;
        for (let c = 1; c < options; c++) {
          const x = heldExp(tau * noise[c]![i]! - right);
          sum += x;
          squares += x * x;
          best = Math.max(best, x);
        }
        const p = 1 / sum;
        out[i] = best < 1 ? 1 : 0;
        out[SIZE + i] = p;
        out[2 * SIZE + i] = (1 - p) * (1 - p) + squares * p * p;
        out[3 * SIZE + i] = -quickLog(sum);
        out[4 * SIZE + i] = p - p * best;
      }
      return out;
    },
  };
}

/** Open answers of one token: right with probability p = 1 / (1 + exp(-(s + spread b))); no Brier score, no margin. */
export function openPanel(spread: number): Panel {
  const [ease, luck] = quasiPoints(SIZE, 2);
  const b = ease!.map(normalQuantile);
  const out = new Float64Array(DRAWN.length * SIZE);
  return {
    size: SIZE,
    b,
    answer({s}) {
      for (let i = 0; i < SIZE; i++) {
        const sum = 1 + heldExp(-(s + spread * b[i]!));
        out[i] = luck![i]! < 1 / sum ? 1 : 0;
        out[SIZE + i] = 1 / sum;
        out[3 * SIZE + i] = -quickLog(sum);
      }
      return out;
    },
  };
}
