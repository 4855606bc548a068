import {ConfigFaults} from '../config/faults.ts';
import {Fault} from '../numeric/fault.ts';
import type {Language} from '../report/figure.ts';
import {describeFault} from '../report/words/errors.ts';
import {checkArguments, commandOf} from './arguments.ts';
import type {CommonOptions, ConfigOptions, FitOptions, JudgeOptions} from './commands/options.ts';
import type {Command} from './commands/table.ts';
import type {Effects} from './effects.ts';
import {languageOf} from './language.ts';
import {type Arguments, parseArguments} from './parser.ts';
import {faultLine} from './terminal/faults.ts';

/** Exit code of an interrupted command, whatever interrupted it. */
export const INTERRUPTED = 130;

/** Runs one command line; returns the exit code: 0, 1 (bad input), 2 (the machine) or 130 (interrupted). */
export async function commandLine(args: readonly string[], effects: Effects): Promise<number> {
  let language = languageOf(effects.env);
  try {
    language = askedLanguage(args) ?? language;
    const command = commandOf(args);
    if (args.some((arg) => arg === '--version')) {
      const {version} = await import('./version.ts');
      effects.stdout.write(`${await version()}\n`);
      return 0;
    }
    if (!command || args.some((arg) => arg === '--help' || arg === '-h')) {
      const asked = args.some((arg) => arg === '--help' || arg === '-h');
      const stream = asked ? effects.stdout : effects.stderr;
      const {helpOf} = await import('./help.ts');
      stream.write(await helpOf(command, language, effects.stdout.columns));
      return asked ? 0 : 1;
    }
    const parsed = parseArguments(command, args);
    checkArguments(command, parsed.found, parsed.rest);
    return await dispatch(command, parsed, {typed: args, language}, effects);
  } catch (error) {
    if (!effects.signal.aborted) return report(error, language, effects);
    const said = error instanceof Fault && error.code.startsWith('interrupted');
    report(said ? error : new Fault('interrupted'), language, effects);
    return INTERRUPTED;
  }
}

/** The language of `--lang`, where it is one. */
export function askedLanguage(args: readonly string[]): Language | null {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.startsWith('--lang=') ? args[at].slice(7) : at < 0 ? undefined : args[at + 1];
  return value === 'en' || value === 'zh' ? value : null;
}

/** Each command is loaded only when it is called: help and checks need no renderer. */
async function dispatch(
  command: Command,
  {found, rest}: Arguments,
  {typed, language}: {readonly typed: readonly string[]; readonly language: Language},
  effects: Effects,
): Promise<number> {
  const common: CommonOptions = {language, json: found.json === true};
  const quiet = found.quiet === true;
  const formats = String(found.formats ?? 'svg,png').split(',');
  const config = {...configOptions(found, rest), ...common};
  const out = found.out === undefined ? {} : {out: String(found.out)};
  const workers = found.workers === undefined ? {} : {workers: Number(found.workers)};
  switch (command.name) {
    case 'run': {
      const shard = found.shard === undefined ? {} : {shard: String(found.shard)};
      const options = {...config, ...out, ...workers, ...shard, formats, quiet, typed, resume: found.resume === true};
      return (await import('./commands/run.ts')).run(options, effects);
    }
    case 'merge':
      return (await import('./commands/merge.ts')).merge(
        {...common, ...out, directories: rest, formats, quiet},
        effects,
      );
    case 'validate':
      return (await import('./commands/validate.ts')).validate(config, effects);
    case 'explain':
      return (await import('./commands/explain.ts')).explain({...config, ...workers}, effects);
    case 'list':
      return (await import('./commands/list.ts')).list({...common, what: rest[0] ?? null}, effects);
    case 'init':
      return (await import('./commands/init.ts')).init(
        {...common, name: rest[0]!, force: found.force === true},
        effects,
      );
    case 'schema':
      return (await import('./commands/schema.ts')).schema(effects);
    case 'figures':
      return (await import('./commands/figures.ts')).figures({...common, directory: rest[0]!, formats, quiet}, effects);
    case 'scorecard':
      return (await import('./commands/scorecard.ts')).scorecard({...common, directories: rest}, effects);
    case 'judge':
      return (await import('./commands/judge.ts')).judge(
        {...judgeOptions(found), ...common, ...workers, table: rest[0]!, formats, quiet},
        effects,
      );
    case 'fit':
      return (await import('./commands/fit.ts')).fit(
        {...fitOptions(found), ...common, ...out, table: rest[0]!, formats, quiet},
        effects,
      );
  }
}

function fitOptions(found: Arguments['found']): Omit<FitOptions, keyof CommonOptions | 'table' | 'formats' | 'quiet'> {
  const names = ['law', 'loss', 'params', 'tokens', 'compute', 'steps', 'unique', 'lr', 'resamples', 'seed'] as const;
  const texts = names.filter((name) => found[name] !== undefined).map((name) => [name, String(found[name])]);
  return {...Object.fromEntries(texts), where: found.where === undefined ? [] : [found.where].flat().map(String)};
}

function configOptions(found: Arguments['found'], rest: readonly string[]): ConfigOptions {
  const {set, seed, replicates, fidelity} = found;
  return {
    configs: [...rest],
    sets: set === undefined ? [] : [set].flat().map(String),
    ...(replicates === undefined ? {} : {replicates: Number(replicates)}),
    ...(seed === undefined ? {} : {seed: String(seed)}),
    ...(fidelity === undefined ? {} : {fidelity: String(fidelity)}),
  };
}

function judgeOptions(
  found: Arguments['found'],
): Omit<JudgeOptions, keyof CommonOptions | 'table' | 'formats' | 'quiet'> {
  const {where, log, ascending, 'width-share': widthShare, ...rest} = found;
  const names = [
    'x',
    'y',
    'by',
    'run',
    'n',
    'se',
    'chance',
    'unit',
    'window',
    'params',
    'compute',
    'losses',
    'margin',
    'resamples',
    'decide',
    'seed',
    'out',
  ] as const;
  const texts = names.filter((name) => rest[name] !== undefined).map((name) => [name, String(rest[name])]);
  return {
    ...Object.fromEntries(texts),
    ...(widthShare === undefined ? {} : {widthShare: String(widthShare)}),
    where: where === undefined ? [] : [where].flat().map(String),
    log: log === true,
    ascending: ascending === true,
  };
}

/** Says on the error stream what went wrong; returns the exit code. */
function report(error: unknown, language: Language, {stderr, env}: Effects): number {
  if (error instanceof ConfigFaults) {
    for (const fault of error.faults) stderr.write(`${faultLine(fault, language)}\n`);
    return error.exit;
  }
  if (error instanceof Fault) {
    stderr.write(`mirage-lab: ${describeFault(error.code, error.data, language)}\n`);
    return error.exit;
  }
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`mirage-lab: ${describeFault('internal', {message: message.split('\n')[0]!}, language)}\n`);
  if (env.MIRAGE_DEBUG === '1' && error instanceof Error) stderr.write(`${error.stack}\n`);
  return 2;
}
