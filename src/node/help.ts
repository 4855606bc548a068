import yargs from 'yargs';
import type {Language} from '../report/figure.ts';
import {OPTION_WORDS, TOOL} from '../report/words/commands.ts';
import {optionsOf} from './arguments.ts';
import {COMMANDS, type Command, EVERYWHERE, type Option} from './commands/table.ts';

const SHOWN_AS = {text: 'string', count: 'number', switch: 'boolean'} as const;

function usage({name, argument}: Command): string {
  const {name: word, required, many} = argument ?? {name: '', required: true, many: false};
  const shown = required ? word : `[${word}]`;
  return `mirage-lab ${name} ${shown}${many ? '...' : ''}`.trimEnd();
}

/** An option of one letter as yargs shows it, with one dash, and as it is written everywhere else. */
const ONE_LETTER = /^ {2}-([a-z]) {5}/gm;

/** The help of a command, or of the tool. */
export async function helpOf(command: Command | null, language: Language, columns: number): Promise<string> {
  const page = yargs()
    .scriptName('mirage-lab')
    .locale(language === 'zh' ? 'zh_CN' : 'en')
    .exitProcess(false)
    .help(false)
    .version(false)
    .wrap(Math.min(columns, 110));
  const options: readonly Option[] = command ? optionsOf(command) : EVERYWHERE;
  for (const {name, type, choices, about: here} of options) {
    const about = (here ?? OPTION_WORDS[name])[language];
    page.option(name, {type: SHOWN_AS[type], describe: choices ? `${about} [${choices.join(', ')}]` : about});
  }
  page.alias('h', 'help');
  if (command) {
    page.usage(`${usage(command)}\n\n${command.about[language]}`);
    for (const example of command.examples) page.example(example, '');
  } else {
    page.usage(`mirage-lab: ${TOOL[language]}`);
    for (const known of COMMANDS) page.command(usage(known).replace('mirage-lab ', ''), known.about[language]);
    for (const known of COMMANDS.slice(0, 3)) page.example(known.examples[0]!, '');
  }
  return `${(await page.getHelp()).replace(ONE_LETTER, '      --$1')}\n`;
}
