import {type Parsed, parseConfig} from '../../src/config/config.ts';
import {ConfigFaults} from '../../src/config/faults.ts';
import {settingOf} from '../../src/config/settings.ts';
import {NAMES} from '../../src/node/names.ts';
import {faultLine} from '../../src/node/terminal/faults.ts';

/** A config that is right, to which a test adds one thing that is wrong. */
export const SOUND = 'name: study\npopulation: du2024-large\nbenchmarks: [mmlu, c-eval]\n';

/** Reads a config as the command line does. */
export function parse(text: string, sets: readonly string[] = []): Parsed {
  return parseConfig(text, {...NAMES, file: 'a.yaml', settings: sets.map(settingOf)});
}

/** The lines that a wrong config is answered with; none for a right one. */
export function messages(text: string, sets: readonly string[] = [], language: 'en' | 'zh' = 'en'): string[] {
  try {
    parse(text, sets);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    return error.faults.map((fault) => faultLine(fault, language));
  }
}
