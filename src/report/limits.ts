import type {Experiment} from '../config/experiment.ts';
import type {Findings} from '../inference/findings.ts';
import type {Language} from './figure.ts';
import {isTraining} from './lookup.ts';
import {decimal} from './numbers.ts';
import type {Study} from './study.ts';
import {LIMIT_WORDS} from './words/design.ts';
import {fill} from './words/fill.ts';
import {TRAINING_WORDS} from './words/training.ts';
import {LIST_SEPARATOR} from './words/verdicts.ts';

type Limit = keyof typeof LIMIT_WORDS;

const ALWAYS: readonly Limit[] = [
  'simulated',
  'resolution',
  'smooth',
  'slope',
  'tuned',
  'elsewhere',
  'confidence',
  'lossError',
];

/** Limits of a user's own table. */
const OF_TABLES: readonly Limit[] = ['resolution', 'smooth', 'slope', 'elsewhere', 'published', 'lossError', 'rates'];

/** Limits of a study of training alone. */
const OF_TRAINING = ['limitLaw', 'limitNoise', 'limitElsewhere'] as const;

/** What holds for one experiment beyond what always does. */
function ofExperiment({loss, fidelity}: Experiment): readonly Limit[] {
  return [...(loss.form === 'du2024' ? (['law'] as const) : []), ...(fidelity === 'items' ? [] : [fidelity])];
}

/** Tests reject below this p. */
const LEVEL = 0.05;

/** Where the smooth-null tests of a study have too few resamples to reject anything, alone or after Holm's adjustment over benchmarks. */
function ofResamples({curves}: Findings, language: Language): readonly string[] {
  const families = new Map<string, number>();
  const counts = curves.flatMap(({world, metric, smoothNull}) => {
    if (!smoothNull) return [];
    const key = JSON.stringify([world, metric]);
    families.set(key, (families.get(key) ?? 0) + 1);
    return [smoothNull.resamples];
  });
  if (counts.length === 0) return [];
  const resamples = Math.min(...counts);
  const count = Math.max(...families.values());
  const say = (limit: 'resamples' | 'resamplesHolm', least: number): string[] =>
    least < LEVEL
      ? []
      : [fill(LIMIT_WORDS[limit], language, {resamples, count, least: decimal(Math.min(least, 1), 3)})];
  const least = 1 / (1 + resamples);
  return least < LEVEL ? say('resamplesHolm', count * least) : say('resamples', least);
}

/** What a reader must know before citing a number of this study. */
export function limitsOf(study: Study, language: Language): readonly string[] {
  if (isTraining(study)) return OF_TRAINING.map((limit) => TRAINING_WORDS[limit][language]);
  const names = [
    ...study.benchmarks.filter(({illustrative}) => illustrative).map(({label}) => label),
    ...study.worlds.filter(({illustrative}) => illustrative).map(({label}) => label[language]),
  ];
  const limits: readonly Limit[] = study.experiment ? [...ALWAYS, ...ofExperiment(study.experiment)] : OF_TABLES;
  const said = [...limits, ...(names.length > 0 ? (['illustrative'] as const) : [])].map((limit) =>
    fill(LIMIT_WORDS[limit], language, {names: names.join(LIST_SEPARATOR[language])}),
  );
  return [...said, ...ofResamples(study.findings, language)];
}
