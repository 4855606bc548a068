import {exp} from '../../numeric/elementary.ts';

/** 1 - exp(-x / scale): rises from 0 with a corner at 0 and saturates at 1; 0 below 0. */
export function saturation(x: number, scale: number): number {
  return x > 0 ? 1 - exp(-x / scale) : 0;
}
