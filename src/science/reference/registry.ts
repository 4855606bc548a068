import type {ReferenceList} from '../reference.ts';
import {du2024Correlations} from './du2024Correlations.ts';
import {du2024Fig1} from './du2024Fig1.ts';
import {du2024Finals} from './du2024Finals.ts';
import {kaplan2020Constants} from './kaplan2020Constants.ts';
import {kaplan2020Positions} from './kaplan2020Positions.ts';

/** Every list of published numbers that a config can name. */
export const REFERENCE_LISTS: readonly ReferenceList[] = [
  du2024Fig1,
  du2024Correlations,
  du2024Finals,
  kaplan2020Positions,
  kaplan2020Constants,
];
