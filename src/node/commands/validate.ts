import {ConfigFaults} from '../../config/faults.ts';
import {PRINTED} from '../../report/words/commands.ts';
import type {Effects} from '../effects.ts';
import {loadExperiment} from '../load.ts';
import {faultLine, warningLine} from '../terminal/faults.ts';
import type {CommonOptions, ConfigOptions} from './options.ts';

/** Checks configs; prints `ok` or every fault of each, and returns 1 if any has one. */
export async function validate(
  {configs, language, json, ...options}: ConfigOptions & CommonOptions,
  {stdout, stderr, cwd}: Effects,
): Promise<number> {
  const results = [];
  for (const file of configs) {
    try {
      const {warnings, configHash} = await loadExperiment(file, options, cwd);
      results.push({file, ok: true, configHash, faults: [], warnings});
      if (json) continue;
      for (const warning of warnings) stderr.write(warningLine(warning, language));
      stdout.write(`${file}: ${PRINTED.ok[language]}\n`);
    } catch (error) {
      if (!(error instanceof ConfigFaults)) throw error;
      results.push({file, ok: false, configHash: null, faults: error.faults, warnings: []});
      if (!json) for (const fault of error.faults) stderr.write(`${faultLine(fault, language)}\n`);
    }
  }
  if (json) stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return results.every(({ok}) => ok) ? 0 : 1;
}
