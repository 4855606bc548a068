import {isMap} from 'yaml';
import {parseSource, placeOf, plainValue, type Source} from './document.ts';
import type {Experiment} from './experiment.ts';
import {type ConfigFault, ConfigFaults, MOST_FAULTS, type Problem, pathText} from './faults.ts';
import {problemsOf} from './issues.ts';
import {resolve} from './resolve/resolve.ts';
import {type Config, completed, configSchema, type Names} from './schema/config.ts';
import {applySettings, type Setting} from './settings.ts';
import {badAliases, type TextFault} from './textFaults.ts';

/** What a config is read with. */
export interface ParseOptions extends Names {
  /** Name of the file in messages. */
  readonly file?: string;
  /** Values of the command line, applied in order over the file. */
  readonly settings?: readonly Setting[];
}

/** A config that has been read: as written with its defaults, and expanded. */
export interface Parsed {
  readonly config: Config;
  readonly experiment: Experiment;
  readonly warnings: readonly ConfigFault[];
  /** Where in the file a problem is, for what is found once the config is read. */
  readonly place: (problem: Problem) => ConfigFault;
}

/** Reads the YAML text of a config; throws ConfigFaults with everything that is wrong in it. */
export function parseConfig(text: string, {file = 'config', settings = [], ...names}: ParseOptions): Parsed {
  const {source, faults} = parseSource(text);
  refuseText(faults, source, file);
  const {contents} = source.document;
  if (!isMap(contents)) {
    const empty = contents === null || String(contents) === '';
    const code = empty ? 'config-empty' : 'config-not-mapping';
    throw new ConfigFaults([{code, data: {}, file, line: 1, column: 1, key: ''}]);
  }
  const place = (problem: Problem) => placed(problem, source, file);
  const refused = applySettings(source, settings);
  // A setting can replace the anchor of an alias that stays.
  if (settings.length > 0) refuseText(badAliases(source.document), source, file);
  const {value, problems} = plainValue(source);
  const schema = configSchema(names);
  const checked = schema.safeParse(value);
  const inSchema = checked.success ? [] : problemsOf(checked.error.issues, value);
  const said = new Set(inSchema.map(({path}) => pathText(path)));
  const own = problems.filter(({path}) => !said.has(pathText(path)));
  const found = [...refused, ...[...own, ...inSchema].map(place)];
  if (found.length > 0 || !checked.success) throw new ConfigFaults(inOrder(found));
  const config = completed(checked.data, Object.keys(schema.shape), names);
  const {experiment, problems: deeper, warnings} = resolve(config, checked.data, names);
  if (!experiment) throw new ConfigFaults(inOrder(deeper.slice(0, MOST_FAULTS).map(place)));
  return {config, experiment, warnings: warnings.map(place), place};
}

function refuseText(faults: readonly TextFault[], {lines}: Source, file: string): void {
  if (faults.length === 0) return;
  const placed = faults.map(({code, data, offset}): ConfigFault => {
    const {line, col} = lines.linePos(offset);
    return {code, data, file, line, column: col, key: ''};
  });
  throw new ConfigFaults(placed);
}

function placed({code, data, path, onKey}: Problem, source: Source, file: string): ConfigFault {
  const {line, column, option} = placeOf(source, path, onKey);
  return {code, data, file: option ?? file, line, column, key: pathText(path)};
}

/** Faults in the order of the file; those of the command line come last. */
function inOrder(faults: readonly ConfigFault[]): ConfigFault[] {
  const rank = ({line, column}: ConfigFault) => (line === null ? Number.MAX_VALUE : line * 1e6 + (column ?? 0));
  return [...faults].sort((a, b) => rank(a) - rank(b));
}
