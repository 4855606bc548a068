import type {PopulationPreset} from '../population.ts';
import {du2024Large, du2024Small, du2024SmallAll} from './du2024.ts';
import {gpt3} from './gpt3.ts';
import {llama} from './llama.ts';

/** Every population preset. */
export const POPULATIONS: readonly PopulationPreset[] = [du2024Large, du2024Small, du2024SmallAll, gpt3, llama];
