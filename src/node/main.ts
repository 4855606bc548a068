#!/usr/bin/env node
import {describeFault} from '../report/words/errors.ts';
import {askedLanguage, commandLine} from './commandLine.ts';
import {processEffects} from './effects.ts';
import {languageOf} from './language.ts';

const INTERRUPTED = 130;
const UNWRITABLE = 2;
const interruption = new AbortController();

process.on('SIGINT', () => {
  // A second Ctrl-C does not wait for the command to tidy up.
  if (interruption.signal.aborted) process.exit(INTERRUPTED);
  interruption.abort();
});

const args = process.argv.slice(2);

process.stdout.on('error', ({code = 'unknown'}: NodeJS.ErrnoException) => {
  // A reader that closes the pipe, such as head, has what it wanted.
  if (code === 'EPIPE') process.exit(0);
  const language = askedLanguage(args) ?? languageOf(process.env);
  process.stderr.write(`mirage-lab: ${describeFault('file-unwritable', {file: 'stdout', got: code}, language)}\n`);
  process.exit(UNWRITABLE);
});

// Nobody is left to tell: the exit code says it all.
process.stderr.on('error', () => undefined);

process.exitCode = await commandLine(args, processEffects(interruption.signal));
