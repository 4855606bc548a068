import {ConfigFaults} from '../config/faults.ts';
import {wordData} from '../config/nearest.ts';
import {Fault} from '../numeric/fault.ts';
import {COMMANDS, type Command, EVERYWHERE, type Option} from './commands/table.ts';

/** Largest numbers that options take: a thread has its own memory. */
const MOST: Partial<Record<Option['name'], number>> = {workers: 256, decide: 1e5};

/** Options of a command together with those of every command. */
export function optionsOf(command: Command): readonly Option[] {
  return [...command.options, ...EVERYWHERE];
}

/** Where the name of the command stands among the arguments; -1 where it is missing. */
export function commandPlace(args: readonly string[]): number {
  return args.findIndex((arg, i) => !arg.startsWith('-') && args[i - 1] !== '--lang');
}

/** Finds the command that the arguments name; null where they name none. Throws Fault `unknown-command`, `unknown-option`. */
export function commandOf(args: readonly string[]): Command | null {
  const name = args[commandPlace(args)];
  const command = name === undefined ? null : COMMANDS.find((known) => known.name === name);
  if (command === undefined)
    throw new Fault(
      'unknown-command',
      wordData(
        name!,
        COMMANDS.map((known) => known.name),
      ),
    );
  const known = (command ? optionsOf(command) : EVERYWHERE).map((option) => `--${option.name}`);
  const end = args.indexOf('--');
  for (const arg of end < 0 ? args : args.slice(0, end)) {
    const option = arg.split('=')[0]!;
    if (!/^-+[A-Za-z]/.test(option) || option === '-h' || known.includes(option)) continue;
    // An option of one letter may be written with one dash.
    if (option.length === 2 && known.includes(`-${option}`)) continue;
    throw new Fault('unknown-option', wordData(option, known));
  }
  return command;
}

/** Checks what the parser found for a command against its table. Throws Fault, and ConfigFaults for a number above its bound. */
export function checkArguments(
  command: Command,
  found: Readonly<Record<string, unknown>>,
  rest: readonly string[],
): void {
  for (const option of optionsOf(command)) checkOption(option, found[option.name]);
  const {argument} = command;
  if (argument && (rest.includes('') || (argument.required && rest.length === 0)))
    throw new Fault('argument-missing', {argument: argument.name});
  const most = argument === null ? 0 : argument.many ? Number.POSITIVE_INFINITY : 1;
  if (rest.length > most) throw new Fault('argument-extra', {got: rest[most]!});
}

function checkOption({name, type, many, choices, joined, list}: Option, value: unknown): void {
  const option = `--${name}`;
  if (value === undefined) return;
  if (Array.isArray(value) && !many && list !== undefined) throw new Fault('judge-option-twice', {option, list});
  if (Array.isArray(value) && !many) throw new Fault('option-twice', {option});
  for (const one of Array.isArray(value) ? value : [value]) {
    if (one === '') throw new Fault('option-value', {option});
    if (type === 'count' && !(/^\d+$/.test(String(one)) && Number(one) >= 1 && Number.isSafeInteger(Number(one)))) {
      throw new Fault('option-number', {option, got: String(one)});
    }
    const bound = type === 'count' ? MOST[name] : undefined;
    if (bound !== undefined && Number(one) > bound) {
      const data = {got: Number(one), bound};
      throw new ConfigFaults([{code: 'above', data, file: option, line: null, column: null, key: ''}]);
    }
    if (!choices) continue;
    for (const word of joined ? String(one).split(',') : [String(one)]) {
      if (!choices.includes(word)) throw new Fault('option-choice', {option, ...wordData(word, choices)});
    }
  }
}
