import type {PopulationPreset} from '../population.ts';
import {du2024Large, du2024Small, du2024SmallAll} from './du2024.ts';
import {gpt3} from './gpt3.ts';
import {kaplan2020Batch, kaplan2020Data, kaplan2020Sizes, kaplan2020SizesData} from './kaplan2020.ts';
import {kaplan2020Schedules} from './kaplan2020Schedules.ts';
import {kaplan2020Depths, kaplan2020Shapes} from './kaplan2020Shapes.ts';
import {llama} from './llama.ts';

/** Every population preset. */
export const POPULATIONS: readonly PopulationPreset[] = [
  du2024Large,
  du2024Small,
  du2024SmallAll,
  gpt3,
  llama,
  kaplan2020Sizes,
  kaplan2020Data,
  kaplan2020SizesData,
  kaplan2020Batch,
  kaplan2020Shapes,
  kaplan2020Depths,
  kaplan2020Schedules,
];
