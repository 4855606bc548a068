import {exp, log} from '../../../numeric/elementary.ts';
import {PF_DAY} from '../../../science/kaplan/pfDay.ts';
import type {LawForm} from '../../../science/law.ts';
import {kaplan, kaplanC, kaplanD, kaplanN, kaplanS} from '../../../science/laws/kaplan.ts';
import {type Fittable, grid, type LawPoint} from '../fittable.ts';
import {mixedPower, ratioPower} from './powers.ts';

const LN_PF_DAY = log(PF_DAY);
const EXPONENTS = [0.03, 0.1, 0.4] as const;

/** One power law: a scale and an exponent, of one number of a run. */
function single(law: LawForm, need: 'N' | 'D' | 'C', lnX: (at: LawPoint) => number): Fittable {
  const [scale, exponent] = Object.keys(law.parameters);
  return {
    law,
    needs: [need],
    floor: null,
    sloped: ([lnScale, lnExponent]) => {
      const power = exp(lnExponent!);
      return (at, slopes) => {
        const {value, byExponent} = ratioPower(lnScale!, power, lnX(at));
        slopes[0] = power * value;
        slopes[1] = byExponent;
        return value;
      };
    },
    starts: ({middle, level}) =>
      EXPONENTS.map((power) => ({[scale!]: exp(lnX(middle) + log(level) / power), [exponent!]: power})),
  };
}

/** Kaplan's L(N). */
export const fittableKaplanN = single(kaplanN, 'N', ({lnN}) => lnN);

/** Kaplan's L(D). */
export const fittableKaplanD = single(kaplanD, 'D', ({lnD}) => lnD);

/** Kaplan's L(C). */
export const fittableKaplanC = single(kaplanC, 'C', ({lnC}) => lnC - LN_PF_DAY);

/** A loss by the logarithms of size and data, which fills places 0 to 3 of the slopes. */
type OfSizeAndData = (lnN: number, lnData: number, slopes: Float64Array) => number;

/** ((Nc/N)^(aN/aD) + Dc/data)^aD by the logarithms of Nc, aN, Dc and aD, with its slopes by these. */
export function sizeAndData(lnNc: number, lnAN: number, lnDc: number, lnAD: number): OfSizeAndData {
  const [aN, aD] = [exp(lnAN), exp(lnAD)];
  return (lnN, lnData, slopes) => {
    const lnU = (aN / aD) * (lnNc - lnN);
    const {value, share, byBeta} = mixedPower(lnU, lnDc - lnData, aD);
    slopes[0] = value * share * aN;
    slopes[1] = value * share * aD * lnU;
    slopes[2] = value * (1 - share) * aD;
    slopes[3] = byBeta - value * share * aD * lnU;
    return value;
  };
}

/** Kaplan's L(N, D), by the logarithms of Nc, aN, Dc and aD. */
export const fittableKaplan: Fittable = {
  law: kaplan,
  needs: ['N', 'D'],
  floor: null,
  sloped: ([lnNc, lnAN, lnDc, lnAD]) => {
    const law = sizeAndData(lnNc!, lnAN!, lnDc!, lnAD!);
    return ({lnN, lnD}, slopes) => law(lnN, lnD, slopes);
  },
  starts: ({middle, level}) =>
    grid(EXPONENTS, EXPONENTS).map(([aN, aD]) => {
      const lnU = log(level) / aD! - log(2);
      return {Nc: exp(middle.lnN + (aD! / aN!) * lnU), aN: aN!, Dc: exp(middle.lnD + lnU), aD: aD!};
    }),
};

/** Kaplan's L(N, S), by the logarithms of Nc, aN, Sc and aS. */
export const fittableKaplanS: Fittable = {
  law: kaplanS,
  needs: ['N', 'S'],
  floor: null,
  twoPowers: {of: ['lnN', 'lnS'], names: ['Nc', 'aN', 'Sc', 'aS']},
  sloped: ([lnNc, lnAN, lnSc, lnAS]) => {
    const [aN, aS] = [exp(lnAN!), exp(lnAS!)];
    // The rows of a run stand together: their N is the same.
    let last = 0;
    let ofN = ratioPower(lnNc!, aN, last);
    return ({lnN, lnS}, slopes) => {
      if (lnN !== last) {
        last = lnN;
        ofN = ratioPower(lnNc!, aN, lnN);
      }
      const ofS = ratioPower(lnSc!, aS, lnS);
      slopes[0] = aN * ofN.value;
      slopes[1] = ofN.byExponent;
      slopes[2] = aS * ofS.value;
      slopes[3] = ofS.byExponent;
      return ofN.value + ofS.value;
    };
  },
  starts: ({middle, level}) =>
    grid(EXPONENTS, [0.2, 0.7], [0.1, 0.5]).map(([aN, aS, share]) => ({
      Nc: exp(middle.lnN + log((1 - share!) * level) / aN!),
      aN: aN!,
      Sc: exp(middle.lnS + log(share! * level) / aS!),
      aS: aS!,
    })),
};
