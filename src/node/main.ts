#!/usr/bin/env node
import {describeFault} from '../report/words/errors.ts';
import {askedLanguage, commandLine, INTERRUPTED} from './commandLine.ts';
import {processEffects} from './effects.ts';
import {languageOf} from './language.ts';

const UNWRITABLE = 2;
/** Exit codes of the signals that end a command, 128 and their number: Ctrl-C, the time limit of a batch system, the end of a terminal. */
const SIGNALS = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;
/** Milliseconds in which a signal that comes again is the same one: npx passes on what the whole group of processes gets. */
const ECHO = 500;
const interruption = new AbortController();
/** The first signal that came: its exit code, and when. */
const first = {exit: INTERRUPTED, at: Number.POSITIVE_INFINITY};

for (const [signal, exit] of Object.entries(SIGNALS)) {
  process.on(signal, () => {
    const at = performance.now();
    // A second Ctrl-C does not wait for the command to tidy up.
    if (at - first.at > ECHO) process.exit(first.exit);
    if (!interruption.signal.aborted) Object.assign(first, {exit, at});
    interruption.abort();
  });
}

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

const code = await commandLine(args, processEffects(interruption.signal));
process.exitCode = code === INTERRUPTED ? first.exit : code;
