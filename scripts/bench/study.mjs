// The main job as a user runs it: whole processes, wall seconds by stage from manifest.json, threads against one thread.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/node/main.js', import.meta.url));

/** Runs the command line and gives its manifest and wall seconds; `look` may read the folder before it goes. */
export function runStudy(args, root, look = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mirage-lab-bench-'));
  try {
    const out = join(folder, 'study');
    const started = performance.now();
    const {status, stderr} = spawnSync(process.execPath, [MAIN, 'run', ...args, '--out', out, '--quiet'], {
      cwd: root,
      encoding: 'utf8',
    });
    const wall = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(stderr);
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    look(out);
    return {wall, seconds: manifest.seconds, counts: manifest.counts};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Choice evaluations per second of the simulation on 1 and 2 threads, in turn, best of `rounds`. */
export function benchWorkers(config, root, {rounds, replicates}) {
  const best = {1: 0, 2: 0};
  for (let i = 0; i < rounds; i++) {
    for (const workers of [1, 2]) {
      const args = [
        config,
        '--workers',
        workers,
        '--replicates',
        replicates,
        '--set',
        'resamples=0',
        '--set',
        'figures=[]',
      ];
      const {seconds, counts} = runStudy(args.map(String), root);
      best[workers] = Math.max(best[workers], counts.choiceEvaluations / seconds.simulate);
    }
  }
  return {1: Math.round(best[1]), 2: Math.round(best[2]), ratio: best[2] / best[1]};
}
