import {exp2f, logf} from '../../numeric/float32.ts';
import {LANES} from '../../numeric/lanes.ts';
import {SCALES} from './sums.ts';

const f = Math.fround;
const [, P, P2, , , LP, LP2] = SCALES;
const FAR = 60;

/** The open questions of one cell. */
export interface OpenQuestions {
  readonly questions: number;
  /** T, the tokens of an answer. */
  readonly tokens: number;
  /** Ease b_i of each question in logits; shape [blocks, LANES]. */
  readonly ease: Float32Array;
  /** One uniform number per token; shape [blocks, tokens, LANES]. */
  readonly uniforms: Float32Array;
}

/**
 * Scores every open question at shift `s` in logits: a token is right when its uniform number is below p = 1 / (1 + exp(-(s + b))), an
 * answer when all its tokens are; the answer's probability is p^T, log probability that of one token. In single precision and in a
 * fixed order. Adds to `sums`, the integer sums of SUMMED.
 */
export function scoreOpen({questions, tokens, ease, uniforms}: OpenQuestions, s: number, sums: Float64Array): void {
  const shift = f(s * Math.LOG2E);
  const unit = f(Math.LOG2E);
  for (let i = 0; i < questions; i++) {
    const d = f(-f(shift + f(unit * ease[i]!)));
    const sum = f(1 + exp2f(d > FAR ? FAR : d < -FAR ? -FAR : d));
    const p = f(1 / sum);
    const logProbability = -logf(sum);
    const lane = i % LANES;
    let all = 1;
    let wrong = 0;
    for (let t = 0; t < tokens; t++) {
      all = f(all * p);
      if (uniforms[(i - lane) * tokens + t * LANES + lane]! >= p) wrong++;
    }
    if (wrong === 0) sums[0]! += 1;
    sums[1]! += (all * P!) | 0;
    sums[2]! += (f(all * all) * P2!) | 0;
    sums[5]! += (logProbability * LP!) | 0;
    sums[6]! += (f(logProbability * logProbability) * LP2!) | 0;
    sums[9]! += wrong;
    sums[10]! += wrong * wrong;
  }
}
