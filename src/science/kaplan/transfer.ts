import {leastSquares} from '../../numeric/leastSquares.ts';

/** Text that models are tested on, other than the text they are trained on. */
export interface Distribution {
  readonly name: string;
  /** Losses read off Fig 8 of Kaplan et al. 2020 (within 0.03): on the training distribution WebText2, and on this one, nats per token. */
  readonly readings: readonly (readonly [own: number, other: number])[];
}

/** WebText2 loss of the largest model of Fig 8, 1.5B parameters. */
export const LARGEST_LOSS = 2.33;

/** The four other distributions of Kaplan et al. 2020, Fig 8: at 1.5B parameters, and at both ends of the lines on the right where they were read. */
export const DISTRIBUTIONS: readonly Distribution[] = [
  {name: 'Common Crawl', readings: [[LARGEST_LOSS, 2.43]]},
  {name: 'Internet Books', readings: [[LARGEST_LOSS, 2.68]]},
  {
    name: 'Wikipedia',
    readings: [
      [LARGEST_LOSS, 2.68],
      [2.36, 2.73],
      [4.6, 4.9],
    ],
  },
  {
    name: 'Books',
    readings: [
      [LARGEST_LOSS, 2.77],
      [2.36, 2.83],
      [4.6, 4.65],
    ],
  },
];

/**
 * The loss on another distribution, nats per token, from the loss on the training distribution: an offset that grows slowly as models
 * improve, whatever the size or the phase of training (Kaplan et al. 2020, section 3.2.2). The offset is the least-squares line of the
 * readings, held at its ends beyond them; where there is one reading it is constant.
 */
export function transferLine({readings}: Distribution): (loss: number) => number {
  const own = Float64Array.from(readings, ([at]) => at - LARGEST_LOSS);
  const offset = Float64Array.from(readings, ([at, other]) => other - at);
  const {coefficients} = leastSquares([own.map(() => 1), own], offset);
  const [low, high] = [Math.min(...own), Math.max(...own)];
  return (loss) => loss + coefficients[0]! + coefficients[1]! * Math.min(Math.max(loss - LARGEST_LOSS, low), high);
}
