import parser from 'yargs-parser';
import {optionsOf} from './arguments.ts';
import type {Command} from './commands/table.ts';

/** What the command line said: options by name, and the other words in order. */
export interface Arguments {
  readonly found: Readonly<Record<string, unknown>>;
  readonly rest: readonly string[];
}

const PARSING = {
  'parse-positional-numbers': false,
  'dot-notation': false,
  'camel-case-expansion': false,
  'boolean-negation': false,
  'greedy-arrays': false,
};

/**
 * Reads the arguments of a command. Numbers are read as text, so that a message can repeat what was typed.
 * The parser of yargs is called by itself: yargs, which lays out the help, takes longer to load than a light command to run.
 */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const options = optionsOf(command);
  const {_, ...found} = parser([...args], {
    string: options.filter(({type}) => type !== 'switch').map(({name}) => name),
    boolean: options.filter(({type}) => type === 'switch').map(({name}) => name),
    alias: {help: ['h']},
    configuration: PARSING,
  });
  return {found, rest: _.slice(1).map(String)};
}
