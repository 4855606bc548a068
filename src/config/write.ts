import {Document, isScalar, visit} from 'yaml';
import type {Experiment} from './experiment.ts';
import type {Config} from './schema/config.ts';

/** The config as YAML with every default filled in and the law, runs and names written out; reads back to the same experiment. */
export function writeConfig(config: Config, experiment: Experiment): string {
  const document = new Document(filled(config, experiment));
  visit(document, {
    Seq(_, list) {
      // Lists of numbers and names read better in one line than in a column of hundreds.
      list.flow = list.items.every(isScalar);
    },
  });
  document.commentBefore = ` ${config.name}: the config with every default filled in`;
  return document.toString({lineWidth: 120, flowCollectionPadding: false});
}

/** Keys that a study of training alone has no use for. */
const OF_SCORES = new Set(['benchmarks', 'worlds', 'metrics', 'fidelity', 'verdict']);

function filled(config: Config, {loss, population, sampling}: Experiment): object {
  const {name, question, seed, replicates, resamples, sampling: _, ...all} = config;
  const scored = config.benchmarks.length > 0;
  const rest = Object.fromEntries(Object.entries(all).filter(([key]) => scored || !OF_SCORES.has(key)));
  const written = typeof config.loss === 'string' ? config.loss : {...originOf(config.loss), ...loss.values};
  const who = config.population;
  const people =
    typeof who === 'string' || 'grid' in who
      ? who
      : {name: population.name, runs: population.runs.map(({id: _, ...run}) => run)};
  return {
    name,
    ...(question === undefined ? {} : {question}),
    seed,
    replicates,
    resamples,
    ...rest,
    ...(sampling ? {sampling} : {}),
    population: people,
    loss: written,
  };
}

function originOf(loss: {form: string} | {preset: string}): object {
  return 'form' in loss ? {form: loss.form} : {preset: loss.preset};
}
