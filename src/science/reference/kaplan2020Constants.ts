import {kaplan, kaplanC, kaplanD, kaplanN, kaplanS} from '../laws/kaplan.ts';
import {kaplanTraining} from '../laws/kaplanTraining.ts';
import type {ReferenceList} from '../reference.ts';

const SOURCE = 'Kaplan et al. 2020, arXiv:2001.08361';

/** Half a unit of the last digit of a number that is printed with two digits, or of an exponent with three decimals. */
function rounding(value: number): number {
  return value < 1 ? 5e-4 : 0.5 * 10 ** (Math.floor(Math.log10(value)) - 1);
}

/** aS and aB are printed with two decimals. */
const COARSE: Readonly<Record<string, number>> = {aS: 5e-3, aB: 5e-3};

/** The constants of Kaplan et al. 2020 as printed in tables 2, 3 and 5, to be found again in runs simulated by each law. */
export const kaplan2020Constants: ReferenceList = {
  name: 'kaplan2020-constants',
  about: {
    en: 'constants of L(N), L(D), L(C), L(N, D), L(N, S) and L(N, D, S, B)',
    zh: 'L(N)、L(D)、L(C)、L(N, D)、L(N, S) 与 L(N, D, S, B) 的常数',
  },
  source: SOURCE,
  references: [kaplanN, kaplanD, kaplanC, kaplan, kaplanS, kaplanTraining].flatMap(({presets}) =>
    Object.entries(presets).flatMap(([law, {values, source}]) =>
      Object.entries(values).map(([constant, paper]) => ({
        id: `${law}-${constant}`,
        source,
        quantity: 'fittedConstant',
        of: {law, constant},
        paper,
        tolerance: COARSE[constant] ?? rounding(paper),
        note: null,
      })),
    ),
  ),
};
