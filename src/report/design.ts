import type {Experiment, WorldChoice} from '../config/experiment.ts';
import type {Values} from '../science/parameter.ts';
import {checkpointCount} from '../science/run.ts';
import type {Language} from './figure.ts';
import {worldLabel} from './lookup.ts';
import {countText, extent} from './numbers.ts';
import type {Study, StudyParts} from './study.ts';
import {DESIGN_WORDS, LIMIT_WORDS} from './words/design.ts';
import {fill} from './words/fill.ts';
import {PAGE_WORDS} from './words/page.ts';
import {LIST_SEPARATOR, SENTENCE_WORDS} from './words/verdicts.ts';

/** A part of the design block: a heading with its statements. */
export interface DesignPart {
  readonly title: string;
  readonly items: readonly string[];
}

/** Most runs that are listed one by one. */
const MOST_RUNS = 8;

const valuesText = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${Number(value.toPrecision(6))}`)
    .join(', ');

function runsText({population: {runs}}: Experiment, language: Language): string {
  if (runs.length <= MOST_RUNS) {
    return runs
      .map(({name, tokens, checkpoints}) =>
        fill(DESIGN_WORDS.run, language, {name, tokens: countText(tokens), checkpoints: checkpoints.length}),
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

function worldText(study: StudyParts, {name, curves}: WorldChoice, language: Language): string {
  const view = study.worlds.find((world) => world.name === name);
  const list = study.benchmarks.flatMap(({name: benchmark, label}) => {
    const choice = curves[benchmark];
    return choice ? [`${label}: ${choice.curve} (${valuesText(choice.values)})`] : [];
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

function dataTexts(study: StudyParts, language: Language): string[] {
  const {experiment} = study;
  const {population, loss, noise, fidelity, replicates, seed} = experiment;
  return [
    fill(DESIGN_WORDS.population, language, {
      name: population.name,
      runs: runsText(experiment, language),
      source: population.source,
    }),
    fill(DESIGN_WORDS.law, language, {
      name: loss.name,
      form: loss.form,
      values: valuesText(loss.values),
      source: loss.source,
    }),
    fill(DESIGN_WORDS.noise, language, {...noise}),
    ...experiment.worlds.map((world) => worldText(study, world, language)),
    ...benchmarkTexts(study, language),
    fill(DESIGN_WORDS.sampling, language, {fidelity, replicates, seed}),
  ];
}

/** The question of a study in one sentence. */
export function questionOf({experiment}: StudyParts, language: Language): string {
  return (experiment.question ?? PAGE_WORDS.question)[language];
}

/** The design in the five parts of ADEMP (Morris, White and Crowther 2019, doi:10.1002/sim.8086), written from the experiment. */
export function ademp(study: StudyParts, language: Language): readonly DesignPart[] {
  const {replicates, verdict} = study.experiment;
  const say = (word: keyof typeof DESIGN_WORDS, data: Parameters<typeof fill>[2] = {}): string =>
    fill(DESIGN_WORDS[word], language, data);
  const share = {share: verdict.widthShare};
  const {margin, wideMargin, wideInterval} = verdict;
  const measured = replicates > 1 ? say('performanceRates', {n: replicates}) : say('performanceNone');
  return [
    {title: say('aims'), items: [say('aimQuestion', {question: questionOf(study, language)}), say('aimErrors')]},
    {title: say('data'), items: dataTexts(study, language)},
    {title: say('estimands'), items: [say('estimandOnset'), say('estimandWidth'), say('estimandVerdict')]},
    {
      title: say('methods'),
      items: [say('methodHinge'), say('methodShape', share), say('methodPair', {margin, wideMargin, wideInterval})],
    },
    {title: say('performance'), items: [measured]},
  ];
}

/** What a reader must know before citing a number of this study. */
export function limitsOf(study: Study, language: Language): readonly string[] {
  const {loss, fidelity} = study.experiment;
  const names = [
    ...study.benchmarks.filter(({illustrative}) => illustrative).map(({label}) => label),
    ...study.worlds.filter(({illustrative}) => illustrative).map(({label}) => label[language]),
  ];
  const say = (word: keyof typeof LIMIT_WORDS): string =>
    fill(LIMIT_WORDS[word], language, {names: names.join(LIST_SEPARATOR[language])});
  return [
    ...(['simulated', 'resolution', 'smooth', 'slope', 'tuned', 'confidence', 'lossError'] as const).map(say),
    ...(loss.form === 'du2024' ? [say('law')] : []),
    ...(fidelity === 'expected' ? [say('expected')] : []),
    ...(names.length > 0 ? [say('illustrative')] : []),
  ];
}
