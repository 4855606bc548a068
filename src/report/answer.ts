import type {BenchmarkFinding} from '../inference/findings.ts';
import type {Truth} from '../science/latent.ts';
import type {Language} from './figure.ts';
import {benchmarkLabel, type Case, casesOf, curvesOf, worldLabel} from './lookup.ts';
import {decimal} from './numbers.ts';
import {paperOnset} from './paperOnset.ts';
import type {Study} from './study.ts';
import {usualText} from './usualVerdict.ts';
import {fill} from './words/fill.ts';
import {PAGE_WORDS} from './words/page.ts';
import {LIST_SEPARATOR, SENTENCE_WORDS, VERDICT_WORDS} from './words/verdicts.ts';

/** Most cases that an answer lists one by one. */
const MOST_LISTED = 24;

/** The answer of one world. */
export interface WorldAnswer {
  readonly title: string;
  /** What the world is, empty for a user's own table. */
  readonly about: string;
  readonly cases: readonly Case[];
}

/** How a verdict is shown: a break that stays, one that does not, or neither. */
export type Tone = 'break' | 'changed' | 'none' | 'open';

const TONES: Readonly<Record<BenchmarkFinding['verdict'], Tone>> = {
  kept: 'break',
  break: 'break',
  moved: 'changed',
  removed: 'changed',
  none: 'none',
  'no-break': 'none',
  'cannot-tell': 'open',
};

/** The tone of a verdict. */
export function toneOf(verdict: BenchmarkFinding['verdict']): Tone {
  return TONES[verdict];
}

/** The worlds that were judged, each with its benchmarks. */
export function answersOf(study: Study, language: Language): readonly WorldAnswer[] {
  const cases = casesOf(study, language);
  return [...new Set(cases.map(({finding}) => finding.world))].map((world) => ({
    title:
      world === null
        ? fill(SENTENCE_WORDS.table, language, {file: study.table?.file ?? ''})
        : fill(SENTENCE_WORDS.world, language, {world: worldLabel(study, world, language)}),
    about: study.worlds.find(({name}) => name === world)?.about[language] ?? '',
    cases: cases.filter(({finding}) => finding.world === world),
  }));
}

/** The answer of one world in a line, benchmarks of one verdict together. */
export function verdictLine(answer: WorldAnswer, language: Language): string {
  const {cases} = answer;
  if (cases.length > MOST_LISTED) return countsLine(answer, language);
  const answers = cases.map(({finding, benchmark}) => ({benchmark, said: usualText(finding, language)}));
  return [...new Set(answers.map(({said}) => said))]
    .map((verdict) =>
      fill(SENTENCE_WORDS.answer, language, {
        benchmarks: answers
          .filter(({said}) => said === verdict)
          .map(({benchmark}) => benchmark)
          .join(LIST_SEPARATOR[language]),
        verdict,
      }),
    )
    .join(SENTENCE_WORDS.separator[language]);
}

function trueBreaks(study: Study, world: string): ReadonlyArray<readonly [string, Truth]> {
  return study.benchmarks.flatMap(({name, label}) => {
    const truth = curvesOf(study, world, name)[0]?.truth;
    return truth ? [[label, truth] as const] : [];
  });
}

function worldOnset(study: Study, world: string, language: Language): string[] {
  const truths = trueBreaks(study, world);
  if (truths.length === 0) return [];
  const label = worldLabel(study, world, language);
  const list = truths.flatMap(([benchmark, {onset, width}]) => {
    if (onset === null) return [];
    const data = {value: decimal(onset), benchmark, width: decimal(width ?? 0)};
    return [fill(PAGE_WORDS[width ? 'etaBend' : 'etaItem'], language, data)];
  });
  return [
    list.length > 0
      ? fill(PAGE_WORDS.etaTruth, language, {world: label, list: list.join(LIST_SEPARATOR[language])})
      : fill(PAGE_WORDS.etaNone, language, {world: label}),
  ];
}

/** Which onset is the truth of a simulation and which one the paper states by eye; empty where neither applies. */
export function onsetNotes(study: Study, language: Language): readonly string[] {
  const truths = study.worlds.flatMap(({name}) => worldOnset(study, name, language));
  const stated = study.benchmarks.filter(({name}) => paperOnset(study, name) !== undefined);
  if (truths.length === 0 || stated.length === 0) return truths;
  const benchmarks = stated.map(({name}) => benchmarkLabel(study, name)).join(LIST_SEPARATOR[language]);
  return [
    ...truths,
    fill(PAGE_WORDS.etaPaper, language, {value: String(paperOnset(study, stated[0]!.name)), benchmarks}),
  ];
}

/** Command lines that make a simulated study again, called in the folder of the report. */
export function commandsOf({manifest}: Study): {readonly run: string; readonly figures: string} {
  return {
    run: `npx mirage-lab run experiment.yaml --out ../${manifest.name}-again`,
    figures: 'npx mirage-lab figures .',
  };
}

/** The cases of an answer that are listed one by one, those with something to tell first, and how many are not. */
export function listedCases(
  {cases}: WorldAnswer,
  most = MOST_LISTED,
): {readonly shown: readonly Case[]; readonly left: number} {
  if (cases.length <= most) return {shown: cases, left: 0};
  const rank = {break: 0, changed: 0, open: 1, none: 2} as const;
  const ranked = [...cases].sort((a, b) => rank[toneOf(a.finding.verdict)] - rank[toneOf(b.finding.verdict)]);
  return {shown: ranked.slice(0, most), left: cases.length - most};
}

/** How many benchmarks have each verdict, for an answer that is too long to list. */
export function countsLine({cases}: WorldAnswer, language: Language): string {
  const counts = new Map<string, number>();
  for (const {finding} of cases) {
    const verdict = VERDICT_WORDS[finding.verdict][language];
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  const list = [...counts].map(([verdict, count]) => fill(SENTENCE_WORDS.countItem, language, {verdict, count}));
  const data = {all: cases.length, list: list.join(LIST_SEPARATOR[language])};
  return fill(SENTENCE_WORDS.counts, language, data);
}
