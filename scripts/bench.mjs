// Measures the program on this machine: kernels, surrogate, threads, fits, figures and the main job by stage. `npm run bench`, or `npm run bench -- --json` for one line,
// `--quick` for a first look.
// Close other programs first. Ratios within one run carry over to other machines; absolute numbers do not.
import {availableParallelism, cpus} from 'node:os';
import {fileURLToPath} from 'node:url';
import {benchFits} from './bench/fits.mjs';
import {benchKernels} from './bench/kernels.mjs';
import {benchRenders, readSpecs} from './bench/renders.mjs';
import {benchWorkers, runStudy} from './bench/study.mjs';
import {benchSurrogate} from './bench/surrogate.mjs';

const CONFIG = 'configs/du2024/metrics.yaml';
const root = fileURLToPath(new URL('..', import.meta.url));
const json = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
/** How long to measure: milliseconds and rounds of every task, replicates of the studies. */
const effort = quick
  ? {
      rounds: 1,
      milliseconds: 1,
      replicates: 1,
      main: ['--replicates', '1', '--set', 'resamples=0', '--set', 'figures=[verdict-table]'],
    }
  : {rounds: 5, milliseconds: 300, replicates: 20, main: []};

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
};

async function step(title, work) {
  if (!json) process.stderr.write(`${title} ...\n`);
  return work();
}

let specs = [];
const byOptions = await step('kernels', () => benchKernels(effort));
const fits = await step('fits', () => benchFits(CONFIG, root, effort));
const surrogate = await step('surrogate', () => benchSurrogate(CONFIG, root, effort));
const workers = await step('threads', () => benchWorkers(CONFIG, root, effort));
const main = await step('main job', () =>
  runStudy([CONFIG, ...effort.main], root, (folder) => {
    specs = readSpecs(folder);
  }),
);
const renders = await step('figures', () => benchRenders(specs, effort));
const kernel = byOptions['4 options'];
const result = {machine, kernel, kernels: byOptions, surrogate, workers, fits, renders, main};

process.stdout.write(json ? `${JSON.stringify(result)}\n` : text(result));

function table(rows) {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => String(row[c]).length)));
  return rows
    .map((row) =>
      row.map((cell, c) => (c === 0 ? String(cell).padEnd(widths[c]) : String(cell).padStart(widths[c]))).join('  '),
    )
    .join('\n');
}

function text({machine: m, kernels, surrogate: drawnCells, workers: w, fits: f, renders: r, main: job}) {
  const millions = (rate) => (rate / 1e6).toFixed(0);
  const ms = ({min, median}) => [min.toFixed(2), median.toFixed(2)];
  const kernelRows = Object.entries(kernels).map(([name, one]) => [
    name,
    millions(one.reference),
    millions(one.simd),
    one.ratio.toFixed(1),
  ]);
  const drawn = Object.entries(r).flatMap(([name, one]) =>
    Object.entries(one).map(([format, times]) => [`${name}.${format}`, ...ms(times)]),
  );
  return `${[
    `${m.cpu}, ${m.cores} cores, Node ${m.node}, ${m.date}`,
    table([['million evaluations a second and thread', 'reference', 'simd', 'ratio'], ...kernelRows]),
    table([
      ['surrogate, million cells a second and thread', 'with its tables', 'best'],
      ...Object.entries(drawnCells).map(([worlds, {tables, best}]) => [
        `MMLU, worlds: ${worlds}`,
        ...[tables, best].map((rate) => (rate / 1e6).toFixed(2)),
      ]),
    ]),
    table([
      ['simulation, million evaluations a second', '1 thread', '2 threads', 'ratio'],
      ['main job', millions(w[1]), millions(w[2]), w.ratio.toFixed(2)],
    ]),
    table([['fit, ms', 'min', 'median'], ...Object.entries(f).map(([name, times]) => [name, ...ms(times)])]),
    table([['figure, ms', 'min', 'median'], ...drawn]),
    table([
      ['main job, s', ''],
      ...Object.entries({...job.seconds, 'whole process': job.wall}).map(([name, value]) => [name, value.toFixed(2)]),
    ]),
  ].join('\n\n')}\n`;
}
