import type {RecoveredParameter} from '../findings.ts';

/** Whether runs identify a constant that was fitted to them: it is not where others can stand in for it, or a resample leaves its interval open. */
export function isIdentified({low, warnings}: Pick<RecoveredParameter, 'low' | 'warnings'>): boolean {
  return low !== null || !(warnings.includes('singular') || warnings.includes('wide'));
}
