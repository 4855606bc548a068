import type {Experiment, WorldChoice} from '../config/experiment.ts';
import {checkpointCount} from '../science/run.ts';
import {curveText, valuesText} from './curveText.ts';
import {definitionTexts} from './definitions.ts';
import type {Language} from './figure.ts';
import {isTraining, worldLabel} from './lookup.ts';
import {countText, extent} from './numbers.ts';
import type {Study, StudyParts, TableSource} from './study.ts';
import {readingTexts} from './tableReading.ts';
import {DESIGN_WORDS} from './words/design.ts';
import {fill} from './words/fill.ts';
import {PAGE_WORDS} from './words/page.ts';
import {RECOVERY_WORDS} from './words/recovery.ts';
import {TABLE_DESIGN_WORDS} from './words/tableDesign.ts';
import {TRAINING_WORDS} from './words/training.ts';
import {SENTENCE_WORDS} from './words/verdicts.ts';

/** A part of the design block: a heading with its statements. */
export interface DesignPart {
  readonly title: string;
  readonly items: readonly string[];
}

/** Most runs that are listed one by one. */
const MOST_RUNS = 8;

function runsText({population: {runs}}: Experiment, language: Language): string {
  if (runs.length <= MOST_RUNS) {
    // Two families may have runs of one name.
    const alike = new Set(runs.map(({name}) => name)).size < runs.length;
    return runs
      .map(({id, name, tokens, checkpoints}) =>
        fill(DESIGN_WORDS.run, language, {
          name: alike ? id : name,
          tokens: countText(tokens),
          checkpoints: checkpoints.length,
        }),
      )
      .join(SENTENCE_WORDS.separator[language]);
  }
  const [smallest, largest] = extent(runs.map(({params}) => params))!;
  return fill(DESIGN_WORDS.manyRuns, language, {
    count: runs.length,
    smallest: countText(smallest),
    largest: countText(largest),
    checkpoints: checkpointCount(runs),
  });
}

/** Tokens per optimiser step: what the critical batch and laws of steps depend on. */
function batchText({population: {runs}}: Experiment, language: Language): string {
  const [low, high] = extent(runs.map(({batch}) => batch))!;
  const words = low === high ? DESIGN_WORDS.batches : DESIGN_WORDS.manyBatches;
  return fill(words, language, {low: countText(low), high: countText(high)});
}

function worldText(study: StudyParts, {name, curves}: WorldChoice, language: Language): string {
  const view = study.worlds.find((world) => world.name === name);
  const list = study.benchmarks.flatMap(({name: benchmark, label}) => {
    const choice = curves[benchmark];
    return choice ? [`${label}: ${curveText(choice)}`] : [];
  });
  return fill(DESIGN_WORDS.world, language, {
    world: worldLabel(study, name, language),
    paper: view?.paper ?? '',
    about: view?.about[language] ?? '',
    curves: list.join(SENTENCE_WORDS.separator[language]),
  });
}

function benchmarkTexts({experiment}: StudyParts, language: Language): string[] {
  return experiment.benchmarks.map(({label, questions, answer, source}) => {
    const kind =
      answer.kind === 'choice'
        ? fill(DESIGN_WORDS.choice, language, {options: answer.options})
        : fill(DESIGN_WORDS.open, language, {tokens: answer.tokens});
    return fill(DESIGN_WORDS.benchmark, language, {label, questions, kind, source});
  });
}

function attemptTexts({metrics, sampling}: Experiment, language: Language): string[] {
  const asked = (['passAtK', 'passUntil'] as const).filter((name) => metrics.includes(name));
  return sampling ? asked.map((name) => fill(DESIGN_WORDS[name], language, {...sampling})) : [];
}

function rulerTexts({rulers = {}}: Experiment, language: Language): string[] {
  return Object.entries(rulers).map(([family, {offset, scale, unigram}]) =>
    fill(DESIGN_WORDS.ruler, language, {family, offset, scale, unigram: unigram ?? '?'}),
  );
}

function dataTexts(study: StudyParts, language: Language): string[] {
  const {experiment} = study;
  const {population, loss, noise, fidelity, replicates, seed} = experiment;
  return [
    fill(DESIGN_WORDS.population, language, {
      name: population.name,
      runs: [
        runsText(experiment, language),
        ...(experiment.benchmarks.length === 0 ? [batchText(experiment, language)] : []),
      ].join(SENTENCE_WORDS.separator[language]),
      source: population.source,
    }),
    fill(DESIGN_WORDS.law, language, {
      name: loss.name,
      form: loss.form,
      values: valuesText(loss.values),
      source: loss.source,
    }),
    ...rulerTexts(experiment, language),
    fill(isTraining(study) ? TRAINING_WORDS.noise : DESIGN_WORDS.noise, language, {...noise}),
    ...(noise.evaluationCorrelation ? [fill(DESIGN_WORDS.noiseAlong, language, {...noise})] : []),
    ...experiment.worlds.map((world) => worldText(study, world, language)),
    ...benchmarkTexts(study, language),
    fill(isTraining(study) ? TRAINING_WORDS.sampling : DESIGN_WORDS.sampling, language, {fidelity, replicates, seed}),
    ...definitionTexts(study.metrics, language),
    ...attemptTexts(experiment, language),
  ];
}

/** The question of a simulated study in one sentence. */
function experimentQuestion({question, benchmarks}: Experiment, language: Language): string {
  return (question ?? (benchmarks.length > 0 ? PAGE_WORDS : TRAINING_WORDS).question)[language];
}

/** The question of a study, or of a user's own table, in one sentence. */
export function questionOf({experiment, table, findings}: Study, language: Language): string {
  if (experiment) return experimentQuestion(experiment, language);
  const pairs = findings.benchmarks.some((finding) => finding.pairs.length > 0);
  return fill(PAGE_WORDS[pairs ? 'tablePairs' : 'tableQuestion'], language, {file: table?.file ?? ''});
}

/** What stands beside the bent hinge, a statement each. */
const EVIDENCE_METHODS = [
  'methodSmoothNull',
  'methodShapeFree',
  'methodShared',
  'methodExplained',
  'methodCollapse',
  'methodForecast',
  'methodClassical',
] as const;

/** What is put into runs and fitted again, a statement for each law. */
function recoveryTexts({recover = []}: Experiment, language: Language): string[] {
  return recover.map(({name, loss, population, fit, resamples}) => {
    const {form, values, source} = loss;
    const data = {name, form, values: valuesText(values), source, runs: population.runs.length, fit, resamples};
    return fill(RECOVERY_WORDS.design, language, data);
  });
}

/** The five parts for a study of training alone. */
function trainingParts(study: StudyParts, language: Language): readonly DesignPart[] {
  const {experiment} = study;
  const {recover, replicates: n} = experiment;
  const say = (word: keyof typeof TRAINING_WORDS): string => fill(TRAINING_WORDS[word], language, {n});
  const recovered = (word: 'estimand' | 'method' | 'performance'): string[] =>
    recover ? [fill(RECOVERY_WORDS[word], language, {n})] : [];
  const title = (word: 'aims' | 'data' | 'estimands' | 'methods' | 'performance'): string =>
    DESIGN_WORDS[word][language];
  const question = fill(DESIGN_WORDS.aimQuestion, language, {question: experimentQuestion(experiment, language)});
  return [
    {title: title('aims'), items: [question, say('aimLosses')]},
    {title: title('data'), items: [...dataTexts(study, language), ...recoveryTexts(experiment, language)]},
    {title: title('estimands'), items: [say('estimandLoss'), ...recovered('estimand')]},
    {title: title('methods'), items: [say('methodFigures'), ...recovered('method')]},
    {
      title: title('performance'),
      items: n > 1 ? [say('performanceLosses'), ...recovered('performance')] : [say('performanceOne')],
    },
  ];
}

/** The design in the five parts of ADEMP (Morris, White and Crowther 2019, doi:10.1002/sim.8086), written from the experiment. */
export function ademp(study: StudyParts, language: Language): readonly DesignPart[] {
  const {experiment} = study;
  if (isTraining(study)) return trainingParts(study, language);
  const {replicates, verdict} = experiment;
  const say = (word: keyof typeof DESIGN_WORDS, data: Parameters<typeof fill>[2] = {}): string =>
    fill(DESIGN_WORDS[word], language, data);
  const {margin, wideMargin, wideInterval, widthShare} = verdict;
  const pair = {margin, wideMargin, wideInterval};
  const rules = [
    say('methodHinge'),
    say('methodShape', {share: widthShare}),
    say('methodPair', pair),
    say('methodBenchmark'),
  ];
  const measured = replicates > 1 ? say('performanceRates', {n: replicates}) : say('performanceNone');
  const question = experimentQuestion(experiment, language);
  return [
    {title: say('aims'), items: [say('aimQuestion', {question}), say('aimErrors')]},
    {title: say('data'), items: dataTexts(study, language)},
    {title: say('estimands'), items: [say('estimandOnset'), say('estimandWidth'), say('estimandVerdict')]},
    {title: say('methods'), items: [...rules, ...EVIDENCE_METHODS.map((word) => say(word))]},
    {title: say('performance'), items: [measured]},
  ];
}

/** How a user's own table was read and judged. */
function tableParts(study: Study, table: TableSource, language: Language): readonly DesignPart[] {
  const say = (word: keyof typeof TABLE_DESIGN_WORDS): string => TABLE_DESIGN_WORDS[word][language];
  const rules = (['onset', 'width', 'shape', 'pair'] as const).map(say);
  const evidence = EVIDENCE_METHODS.map((word) => DESIGN_WORDS[word][language]);
  return [
    {
      title: say('reading'),
      items: [...readingTexts(study, table, language), ...definitionTexts(study.metrics, language)],
    },
    {title: say('methods'), items: [...rules, ...evidence]},
  ];
}

/** How a study was made: the design of a simulation, or how a table was read. */
export function designParts(study: Study, language: Language): readonly DesignPart[] {
  const {experiment, table} = study;
  if (experiment) return ademp({...study, experiment}, language);
  return table ? tableParts(study, table, language) : [];
}
