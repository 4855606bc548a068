import {pow} from '../../numeric/elementary.ts';
import {PF_DAY} from '../kaplan/pfDay.ts';
import type {Law, LawForm} from '../law.ts';
import type {Values} from '../parameter.ts';

const SOURCE = 'Kaplan et al. 2020, arXiv:2001.08361';
const EXPONENT = {min: 0, open: true} as const;

/** L(N) = (Nc / N)^aN, N without embeddings (Kaplan et al. 2020, equation 1.1). */
export const kaplanN: LawForm = {
  name: 'kaplan-n',
  withoutEmbeddings: true,
  formula: '(Nc / Nne)^aN',
  source: `${SOURCE}, equation 1.1`,
  parameters: {Nc: {about: 'scale of N', unit: 'parameters', ...EXPONENT}, aN: {about: 'exponent of N', ...EXPONENT}},
  presets: {'kaplan2020-n': {values: {Nc: 8.8e13, aN: 0.076}, source: `${SOURCE}, table 5`}},
  build:
    ({Nc, aN}: Values): Law =>
    ({Nne}) =>
      pow(Nc! / Nne, aN!),
};

/** L(D) = (Dc / D)^aD (Kaplan et al. 2020, equation 1.2). */
export const kaplanD: LawForm = {
  name: 'kaplan-d',
  formula: '(Dc / D)^aD',
  source: `${SOURCE}, equation 1.2`,
  parameters: {Dc: {about: 'scale of D', unit: 'tokens', ...EXPONENT}, aD: {about: 'exponent of D', ...EXPONENT}},
  presets: {'kaplan2020-d': {values: {Dc: 5.4e13, aD: 0.095}, source: `${SOURCE}, table 5`}},
  build:
    ({Dc, aD}: Values): Law =>
    ({D}) =>
      pow(Dc! / D, aD!),
};

/** L(C) = (Cc / C)^aC, C = 6 Nne D in PF-days of 8.64e19 FLOP (Kaplan et al. 2020, equation 1.3 and table 5). */
export const kaplanC: LawForm = {
  name: 'kaplan-c',
  withoutEmbeddings: true,
  formula: '(Cc / C)^aC, C = 6 Nne D / 8.64e19',
  source: `${SOURCE}, equation 1.3`,
  parameters: {Cc: {about: 'scale of C', unit: 'PF-days', ...EXPONENT}, aC: {about: 'exponent of C', ...EXPONENT}},
  presets: {
    'kaplan2020-c': {values: {Cc: 1.6e7, aC: 0.057}, source: `${SOURCE}, table 5 (fixed batch)`},
    'kaplan2020-cmin': {values: {Cc: 3.1e8, aC: 0.05}, source: `${SOURCE}, table 5 (the figures print 2.3e8)`},
  },
  build:
    ({Cc, aC}: Values): Law =>
    ({Nne, D}) =>
      pow(Cc! / ((6 * Nne * D) / PF_DAY), aC!),
};

/** L(N, D) = ((Nc / N)^(aN/aD) + Dc / D)^aD (Kaplan et al. 2020, equation 1.5). */
export const kaplan: LawForm = {
  name: 'kaplan',
  withoutEmbeddings: true,
  formula: '((Nc / Nne)^(aN/aD) + Dc / D)^aD',
  source: `${SOURCE}, equation 1.5`,
  parameters: {...kaplanN.parameters, ...kaplanD.parameters},
  presets: {kaplan2020: {values: {Nc: 6.4e13, aN: 0.076, Dc: 1.8e13, aD: 0.103}, source: `${SOURCE}, table 2`}},
  build:
    ({Nc, aN, Dc, aD}: Values): Law =>
    ({Nne, D}) =>
      pow(pow(Nc! / Nne, aN! / aD!) + Dc! / D, aD!),
};

/** L(N, S) = (Nc / N)^aN + (Sc / Smin)^aS with Smin = S / (1 + Bcrit(L) / B) at the limit of large batches (equation 5.6). */
export const kaplanS: LawForm = {
  name: 'kaplan-s',
  withoutEmbeddings: true,
  formula: '(Nc / Nne)^aN + (Sc / S)^aS',
  source: `${SOURCE}, equation 5.6, with S read as the minimum number of steps`,
  parameters: {
    ...kaplanN.parameters,
    Sc: {about: 'scale of S', unit: 'steps', ...EXPONENT},
    aS: {about: 'exponent of S', ...EXPONENT},
  },
  presets: {'kaplan2020-s': {values: {Nc: 6.5e13, aN: 0.077, Sc: 2.1e3, aS: 0.76}, source: `${SOURCE}, table 3`}},
  build:
    ({Nc, aN, Sc, aS}: Values): Law =>
    ({Nne, S}) =>
      pow(Nc! / Nne, aN!) + pow(Sc! / S, aS!),
};
