import yargs from 'yargs';
import type {Language} from '../report/figure.ts';
import {OPTION_WORDS, TOOL} from '../report/words/commands.ts';
import {optionsOf} from './arguments.ts';
import {COMMANDS, type Command, EVERYWHERE, type Option} from './commands/table.ts';

/** What the command line said: options by name, and the other words in order. */
export interface Arguments {
  readonly found: Readonly<Record<string, unknown>>;
  readonly rest: readonly string[];
}

/** Numbers are read as text, so that a message can repeat what was typed. */
const READ_AS = {text: 'string', count: 'string', switch: 'boolean'} as const;
const SHOWN_AS = {...READ_AS, count: 'number'} as const;

type Kinds = Readonly<Record<Option['type'], 'string' | 'number' | 'boolean'>>;

function usage({name, argument}: Command): string {
  const {name: word, required, many} = argument ?? {name: '', required: true, many: false};
  const shown = required ? word : `[${word}]`;
  return `mirage-lab ${name} ${shown}${many ? '...' : ''}`.trimEnd();
}

function parserOf(command: Command | null, language: Language, columns: number, kinds: Kinds) {
  const parser = yargs()
    .scriptName('mirage-lab')
    .locale(language === 'zh' ? 'zh_CN' : 'en')
    .exitProcess(false)
    .help(false)
    .version(false)
    .wrap(Math.min(columns, 110))
    .parserConfiguration({
      'parse-positional-numbers': false,
      'dot-notation': false,
      'camel-case-expansion': false,
      'boolean-negation': false,
      'greedy-arrays': false,
    });
  const options: readonly Option[] = command ? optionsOf(command) : EVERYWHERE;
  for (const {name, type, choices} of options) {
    const about = OPTION_WORDS[name][language];
    parser.option(name, {type: kinds[type], describe: choices ? `${about} [${choices.join(', ')}]` : about});
  }
  parser.alias('h', 'help');
  if (!command) {
    parser.usage(`mirage-lab: ${TOOL[language]}`);
    for (const known of COMMANDS) parser.command(usage(known).replace('mirage-lab ', ''), known.about[language]);
    for (const known of COMMANDS.slice(0, 3)) parser.example(known.examples[0]!, '');
    return parser;
  }
  parser.usage(`${usage(command)}\n\n${command.about[language]}`);
  for (const example of command.examples) parser.example(example, '');
  return parser;
}

/** Reads the arguments of a command. */
export function parseArguments(command: Command, args: readonly string[], language: Language): Arguments {
  const {_, $0: __, ...found} = parserOf(command, language, 100, READ_AS).parseSync([...args]);
  return {found, rest: _.slice(1).map(String)};
}

/** An option of one letter as yargs shows it, with one dash, and as it is written everywhere else. */
const ONE_LETTER = /^ {2}-([a-z]) {5}/gm;

/** The help of a command, or of the tool. */
export async function helpOf(command: Command | null, language: Language, columns: number): Promise<string> {
  const help = await parserOf(command, language, columns, SHOWN_AS).getHelp();
  return `${help.replace(ONE_LETTER, '      --$1')}\n`;
}
