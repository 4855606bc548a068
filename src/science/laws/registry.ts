import type {LawForm} from '../law.ts';
import {chinchilla} from './chinchilla.ts';
import {du2024} from './du2024.ts';
import {kaplan, kaplanC, kaplanD, kaplanN, kaplanS} from './kaplan.ts';

/** Every loss law; one more entry and it is in the schema, `list` and the report. */
export const LAWS: readonly LawForm[] = [du2024, chinchilla, kaplan, kaplanN, kaplanD, kaplanC, kaplanS];
