import type {Effects} from '../effects.ts';

/** Wall seconds by stage. */
export type Seconds = Record<string, number>;

/** Runs a step and adds its wall time to a stage; throws where Ctrl-C came before it. */
export async function timed<T>(
  seconds: Seconds,
  stage: string,
  effects: Effects,
  step: () => Promise<T> | T,
): Promise<T> {
  effects.signal.throwIfAborted();
  const started = effects.now();
  const result = await step();
  seconds[stage] = (seconds[stage] ?? 0) + (effects.now() - started) / 1000;
  return result;
}
