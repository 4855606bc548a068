import type {Benchmark} from '../../science/benchmark.ts';
import type {Words} from '../../science/parameter.ts';
import type {Experiment} from '../experiment.ts';
import type {Path, Problem, Report} from '../faults.ts';
import {asksAttempts} from '../metricsOf.ts';
import {type Config, type Names, usualSampling, type Written} from '../schema/config.ts';
import {own} from '../schema/fields.ts';
import {checkAddresses} from './addresses.ts';
import {resolveBenchmark} from './benchmarks.ts';
import {
  checkBottomless,
  checkKind,
  checkMetrics,
  checkReferences,
  checkResamples,
  checkSampling,
  checkSize,
  checkSteps,
  checkSurrogate,
  checkThresholds,
  checkUnique,
  lossRange,
} from './checks.ts';
import {resolveLoss} from './loss.ts';
import {resolvePopulation} from './population.ts';
import {resolveRecover} from './recover.ts';
import {resolveReferences} from './references.ts';
import {checkPrinted, checkRulers, resolveRulers} from './rulers.ts';
import {benchmarkName, resolveWorld, worldName} from './worlds.ts';

/** An experiment, or null with what stands in its way; warnings stop nothing. */
export interface Resolution {
  readonly experiment: Experiment | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const SILENT = {run: 0, checkpoint: 0, correlation: 0, evaluation: 0, evaluationCorrelation: 0, loss: 0} as const;

/** Checks that names are told apart, and that names which refer to others are there. */
function checkNames(config: Config, report: Report): void {
  const worlds = config.worlds.map(worldName);
  const benchmarks = config.benchmarks.map(benchmarkName);
  checkUnique(worlds, ['worlds'], report);
  checkUnique(benchmarks, ['benchmarks'], report);
  checkUnique(config.metrics, ['metrics'], report);
  checkUnique(config.figures, ['figures'], report);
  checkReferences(config, worlds, benchmarks, report);
  checkAddresses(benchmarks, (index) => ['benchmarks', index], report);
}

/** Checks whether the parts of an experiment fit together. */
function checkParts(experiment: Experiment, report: Report, warn: Report): void {
  checkMetrics(experiment, report, warn);
  checkSurrogate(experiment, report);
  checkSize(experiment, report);
  checkResamples(experiment, warn);
  checkSteps(experiment, warn);
  checkRulers(experiment, report);
}

/** Expands every preset of a checked config, beside it as it was written, and checks what no schema can: names that refer to names, sizes, thresholds. */
export function resolve(
  config: Config,
  written: Written,
  {reads = {}, quantities = [], needs = {}}: Names,
): Resolution {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const warn = (problem: Problem) => void warnings.push(problem);
  checkNames(config, report);
  checkKind(written, reads, report);
  const sampling = config.sampling ?? usualSampling();
  checkSampling(sampling, report);
  const population = resolvePopulation(config.population, ['population'], report);
  const ids = population?.runs.map(({id}) => id) ?? [];
  checkAddresses(ids, (run) => runPath(config.population, run), report);
  const benchmarks = config.benchmarks.flatMap((entry, i) => resolveBenchmark(entry, i, report) ?? []);
  const recover = population ? resolveRecover(config, population, needs, report) : [];
  checkUnique(
    recover.map(({name: own}) => own),
    ['recover'],
    report,
  );
  if (!population || problems.length > 0) return {experiment: null, problems, warnings};
  const {name, seed, replicates, resamples, fidelity, metrics, figures, references, verdict} = config;
  const worlds = config.worlds.map((entry, i) => resolveWorld(entry, i, benchmarks, config.benchmarks, report));
  const experiment: Experiment = {
    name,
    question: bothLanguages(config.question),
    seed,
    replicates,
    resamples,
    fidelity,
    population,
    loss: resolveLoss(config.loss),
    ...(config.rulers ? {rulers: resolveRulers(config.rulers)} : {}),
    noise: config.noise === 'off' ? SILENT : config.noise,
    benchmarks,
    worlds,
    metrics,
    ...(asksAttempts(config) ? {sampling} : {}),
    ...(recover.length > 0 ? {recover} : {}),
    figures,
    references: resolveReferences(references, {benchmarks, worlds, metrics, population, recover}, quantities, report),
    verdict,
  };
  checkParts(experiment, report, warn);
  if (config.sampling && !experiment.sampling) {
    warn({code: 'sampling-unused', path: ['sampling'], data: {}, onKey: true});
  }
  if (problems.length === 0) checkBottomless(experiment, report);
  const range = problems.length === 0 ? lossRange(experiment, ['loss'], report) : null;
  if (range) checkPrinted(experiment, report);
  if (range) checkThresholds(experiment, range, (world, benchmark) => etaPath(config, world, benchmark), report, warn);
  return {experiment: problems.length === 0 ? experiment : null, problems, warnings};
}

/** Where the config names a run: the runs of a grid have no place of their own. */
function runPath(population: Config['population'], run: number): Path {
  if (typeof population === 'string') return ['population'];
  return 'runs' in population ? ['population', 'runs', run, 'name'] : ['population', 'grid'];
}

/** Where the config sets the threshold of a world on a benchmark: the most specific place that names it. */
function etaPath(config: Config, world: number, benchmark: Benchmark): Path {
  const entry = config.worlds[world]!;
  const name = worldName(entry);
  const at = config.benchmarks.findIndex((other) => benchmarkName(other) === benchmark.name);
  const from = config.benchmarks[at]!;
  const paths: readonly [object | undefined, Path][] = [
    [
      typeof entry === 'string' ? undefined : own(entry.benchmarks, benchmark.name),
      ['worlds', world, 'benchmarks', benchmark.name],
    ],
    [typeof from === 'string' ? undefined : own(from.worlds, name), ['benchmarks', at, 'worlds', name]],
    [typeof entry === 'string' ? undefined : entry, ['worlds', world]],
    [
      typeof from === 'string' ? undefined : own(from.curves as Record<string, object> | undefined, name),
      ['benchmarks', at, 'curves', name],
    ],
  ];
  const found = paths.find(([given]) => given && 'eta' in given);
  return found ? [...found[1], 'eta'] : ['worlds', world];
}

/** A text in both languages: one that is written once stands for both. */
function bothLanguages(text: string | Words | undefined): Words | null {
  return typeof text === 'string' ? {en: text, zh: text} : (text ?? null);
}
