// Times functions within one process: warmed up, in turn, minimum and median of milliseconds.
import {Bench} from 'tinybench';

/** Runs every task and gives {min, median, runs} in milliseconds by name; tasks go round by round, so that their ratios are fair on a machine whose speed drifts. */
export async function time(tasks, {rounds, milliseconds}) {
  const samples = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const bench = new Bench({
        time: milliseconds,
        iterations: 3,
        warmup: round === 0,
        retainSamples: true,
        throws: true,
      });
      bench.add(name, task);
      await bench.run();
      samples[name].push(...bench.tasks[0].result.latency.samples);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, all]) => [name, summary(all)]));
}

function summary(all) {
  const sorted = [...all].sort((a, b) => a - b);
  return {min: sorted[0], median: sorted[sorted.length >> 1], runs: sorted.length};
}
