import {exp2f, logf} from '../../numeric/float32.ts';
import {SCALES} from './sums.ts';

const f = Math.fround;
const [, P, P2, , , LP, LP2] = SCALES;
const FAR = 60;

/** The open questions of one cell. */
export interface OpenQuestions {
  readonly questions: number;
  /** Ease b_i of each question in logits; shape [blocks, LANES]. */
  readonly ease: Float32Array;
  /** One uniform number per answer; shape [blocks, LANES]. */
  readonly uniforms: Float32Array;
}

/**
 * Scores every open question of one token at shift `s` in logits: right when the uniform number is below
 * p = 1 / (1 + exp(-(s + b))), in single precision. Adds to `sums`, the integer sums of STATISTICS.
 */
export function scoreOpen({questions, ease, uniforms}: OpenQuestions, s: number, sums: Float64Array): void {
  const shift = f(s * Math.LOG2E);
  const unit = f(Math.LOG2E);
  for (let i = 0; i < questions; i++) {
    const d = f(-f(shift + f(unit * ease[i]!)));
    const sum = f(1 + exp2f(d > FAR ? FAR : d < -FAR ? -FAR : d));
    const p = f(1 / sum);
    const logProbability = -logf(sum);
    if (uniforms[i]! < p) sums[0]! += 1;
    sums[1]! += (p * P!) | 0;
    sums[2]! += (f(p * p) * P2!) | 0;
    sums[5]! += (logProbability * LP!) | 0;
    sums[6]! += (f(logProbability * logProbability) * LP2!) | 0;
  }
}
