import {readFile} from 'node:fs/promises';
import type {PaperPoint} from '../report/study.ts';
import {BENCHMARKS} from '../science/benchmarks/registry.ts';

const FIGURE_1 = new URL('../science/reference/du2024_fig1_digitised.csv', import.meta.url);
const FIGURE_4 = new URL('../science/reference/du2024_fig4_digitised.csv', import.meta.url);

async function rowsOf(file: URL): Promise<string[][]> {
  const text = await readFile(file, 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

function nameOf(label: string): {name: string; metric: string} {
  const found = BENCHMARKS.find((benchmark) => benchmark.label === label);
  return {name: found?.name ?? label, metric: found?.metric ?? 'accuracy'};
}

/** The points of Du et al. 2024, Figs 1 and 4, as read by us: fractions against loss in nats per token. */
export async function paperPoints(): Promise<PaperPoint[]> {
  const metrics = (await rowsOf(FIGURE_4)).map(([label, metric, run, loss, value]) => ({
    benchmark: nameOf(label!).name,
    metric: metric!,
    run: run!,
    loss: Number(loss),
    value: metric === 'accuracy' ? Number(value) / 100 : Number(value),
  }));
  const seen = new Set(metrics.map(({benchmark, metric}) => `${benchmark} ${metric}`));
  const performance = (await rowsOf(FIGURE_1)).map(([label, run, loss, percent]) => ({
    benchmark: nameOf(label!).name,
    metric: nameOf(label!).metric,
    run: run!,
    loss: Number(loss),
    value: Number(percent) / 100,
  }));
  return [...metrics, ...performance.filter(({benchmark, metric}) => !seen.has(`${benchmark} ${metric}`))];
}
