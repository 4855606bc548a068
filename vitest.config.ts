import {availableParallelism} from 'node:os';
import {defineConfig} from 'vitest/config';
import {LongestFirst} from './test/longestFirst.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // On two cores the usual choice is a single one; many tests wait for child processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // The built program is run as it is.
    server: {deps: {external: [/\/dist\/.*\.js$/]}},
    sequence: {sequencer: LongestFirst},
    reporters: ['default', './test/closingLine.ts'],
  },
});
