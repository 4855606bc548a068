import {answersOf, commandsOf, onsetNotes, verdictLine} from './answer.ts';
import {ademp, limitsOf, questionOf} from './design.ts';
import type {Drawing, Language} from './figure.ts';
import {benchmarkLabel, metricLabel, worldLabel} from './lookup.ts';
import {notesOf} from './page/candidates.ts';
import {verdictSentence} from './sentence.ts';
import type {Study} from './study.ts';
import {markdownTable, markdownText} from './table.ts';
import {candidateRows, pairRows, truthRows, verdictRows} from './tables.ts';
import {fill} from './words/fill.ts';
import {PAGE_WORDS} from './words/page.ts';

const list = (items: readonly string[]): string => items.map((item) => `- ${markdownText(item)}`).join('\n');

function candidatesText(study: Study, language: Language): readonly string[] {
  return study.findings.curves.flatMap((curve) => {
    const names = [
      worldLabel(study, curve.world, language),
      benchmarkLabel(study, curve.benchmark),
      metricLabel(study, curve.metric, language),
    ];
    return [
      `### ${markdownText(names.filter((name) => name !== '').join(' \u00b7 '))}`,
      markdownText(notesOf(curve, language)),
      markdownTable(candidateRows(curve, language)),
    ];
  });
}

/** The report in Markdown, without times, so that two runs of the same experiment give the same text. */
export function reportMarkdown(study: Study, drawings: readonly Drawing[], language: Language): string {
  const word = (name: keyof typeof PAGE_WORDS): string => PAGE_WORDS[name][language];
  const {run, figures} = commandsOf(study);
  const pairs = pairRows(study, language);
  const hash = {hash: study.manifest.resultHash};
  const blocks = [
    `# ${markdownText(questionOf(study, language))}`,
    markdownText(`${study.manifest.name} \u00b7 ${word('report')}`),
    `## ${word('answer')}`,
    list(answersOf(study, language).map((answer) => `${answer.title} \u2013 ${verdictLine(answer, language)}`)),
    list(onsetNotes(study, language)),
    `## ${word('verdicts')}`,
    markdownTable(verdictRows(study, language)),
    word('verdictsNote'),
    `## ${word('figures')}`,
    ...drawings.flatMap(({id, title, caption}) => [
      `![${markdownText(title)}](figures/${id}.svg)`,
      markdownText(caption),
    ]),
    ...(pairs.rows.length > 0 ? [`## ${word('pairs')}`, markdownTable(pairs)] : []),
    `## ${word('truth')}`,
    markdownTable(truthRows(study, language)),
    fill(PAGE_WORDS.truthNote, language, {n: study.manifest.counts.replicates}),
    `## ${word('sentences')}`,
    ...answersOf(study, language).flatMap(({title, cases}) => [
      `### ${markdownText(title)}`,
      ...cases.map((entry) => markdownText(verdictSentence(study, entry, language))),
    ]),
    `## ${word('candidates')}`,
    word('candidatesNote'),
    ...candidatesText(study, language),
    `## ${word('design')}`,
    ...ademp(study, language).flatMap(({title, items}) => [`### ${title}`, list(items)]),
    `## ${word('limits')}`,
    list(limitsOf(study, language)),
    `## ${word('again')}`,
    fill(PAGE_WORDS.againRun, language, hash),
    `    ${run}`,
    word('againFigures'),
    `    ${figures}`,
    word('againWhere'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
