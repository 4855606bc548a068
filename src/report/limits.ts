import type {Experiment} from '../config/experiment.ts';
import type {Language} from './figure.ts';
import type {Study} from './study.ts';
import {LIMIT_WORDS} from './words/design.ts';
import {fill} from './words/fill.ts';
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

/** What holds for one experiment beyond what always does. */
function ofExperiment({loss, fidelity}: Experiment): readonly Limit[] {
  return [...(loss.form === 'du2024' ? (['law'] as const) : []), ...(fidelity === 'items' ? [] : [fidelity])];
}

/** What a reader must know before citing a number of this study. */
export function limitsOf(study: Study, language: Language): readonly string[] {
  const names = [
    ...study.benchmarks.filter(({illustrative}) => illustrative).map(({label}) => label),
    ...study.worlds.filter(({illustrative}) => illustrative).map(({label}) => label[language]),
  ];
  const limits: readonly Limit[] = study.experiment ? [...ALWAYS, ...ofExperiment(study.experiment)] : OF_TABLES;
  return [...limits, ...(names.length > 0 ? (['illustrative'] as const) : [])].map((limit) =>
    fill(LIMIT_WORDS[limit], language, {names: names.join(LIST_SEPARATOR[language])}),
  );
}
