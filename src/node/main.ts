#!/usr/bin/env node
import {commandLine} from './commandLine.ts';
import {processEffects} from './effects.ts';

const INTERRUPTED = 130;
const interruption = new AbortController();

process.on('SIGINT', () => {
  // A second Ctrl-C does not wait for the command to tidy up.
  if (interruption.signal.aborted) process.exit(INTERRUPTED);
  interruption.abort();
});

// A reader that closes the pipe, such as head, has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await commandLine(process.argv.slice(2), processEffects(interruption.signal));
