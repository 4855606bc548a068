import {answersOf, commandsOf, onsetNotes, verdictLine} from './answer.ts';
import {cellRows} from './critique/cells.ts';
import {critiqueGroups, critiqueNote} from './critique/section.ts';
import {designParts, questionOf} from './design.ts';
import {evidenceNote, evidenceSections, evidenceSentences} from './evidence/evidence.ts';
import type {Drawing, Language} from './figure.ts';
import {limitsOf} from './limits.ts';
import {benchmarkLabel, isTraining, metricLabel, worldLabel} from './lookup.ts';
import {hasMatrix, matrixRows} from './matrixTable.ts';
import {notesOf} from './page/candidates.ts';
import {recoveryRows} from './recovery.ts';
import {scorecardSection} from './scorecard/section.ts';
import {verdictSentence} from './sentence.ts';
import type {Study} from './study.ts';
import {markdownTable, markdownText} from './table.ts';
import {candidateRows, pairRows, truthRows, verdictRows, verdictsNote} from './tables.ts';
import {trainingRows, trainingSentences} from './training.ts';
import {undrawnText} from './undrawn.ts';
import {CRITIQUE_WORDS} from './words/critique.ts';
import {CELL_WORDS} from './words/critiqueCells.ts';
import {EVIDENCE_WORDS} from './words/evidence.ts';
import {fill} from './words/fill.ts';
import {PAGE_WORDS} from './words/page.ts';
import {RECOVERY_WORDS} from './words/recovery.ts';
import {TRAINING_WORDS} from './words/training.ts';

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
      markdownText(notesOf(study, curve, language)),
      ...(curve.candidates.length > 0 ? [markdownTable(candidateRows(curve, language))] : []),
    ];
  });
}

function evidenceText(study: Study, language: Language): readonly string[] {
  const sections = evidenceSections(study, language).flatMap(({title, table, note}) => [
    `### ${title}`,
    markdownTable(table),
    markdownText(note),
  ]);
  return sections.length > 0
    ? [`## ${EVIDENCE_WORDS.evidence[language]}`, evidenceNote(study, language), ...sections]
    : [];
}

function scorecardText(study: Study, language: Language): readonly string[] {
  const section = scorecardSection(study, language);
  if (!section) return [];
  const {title, line, table, note, reasons} = section;
  return [`## ${title}`, markdownText(line), markdownTable(table), markdownText(note), list(reasons)];
}

function critiqueText(study: Study, language: Language): readonly string[] {
  const table = hasMatrix(study)
    ? [markdownTable(matrixRows(study, language)), CRITIQUE_WORDS.matrixNote[language]]
    : [];
  const groups = critiqueGroups(study, language).flatMap(({title, paragraphs}) => [
    `### ${markdownText(title)}`,
    ...paragraphs.map(markdownText),
  ]);
  const cells = cellRows(study, language);
  const each = cells ? [`### ${CELL_WORDS.title[language]}`, markdownTable(cells)] : [];
  return [`## ${CRITIQUE_WORDS.title[language]}`, ...table, critiqueNote(study, language), ...groups, ...each];
}

function sentencesText(study: Study, language: Language): readonly string[] {
  return answersOf(study, language).flatMap(({title, cases}) => [
    `### ${markdownText(title)}`,
    ...cases.flatMap((entry) => [
      markdownText(verdictSentence(study, entry, language)),
      list(evidenceSentences(study, entry, language)),
    ]),
  ]);
}

function truthText(study: Study, language: Language): readonly string[] {
  if (study.table) return [];
  const n = study.manifest.counts.replicates ?? 1;
  return [
    `## ${PAGE_WORDS.truth[language]}`,
    markdownTable(truthRows(study, language)),
    fill(PAGE_WORDS.truthNote, language, {n}),
  ];
}

function againText(study: Study, language: Language): readonly string[] {
  const word = (name: keyof typeof PAGE_WORDS): string =>
    fill(PAGE_WORDS[name], language, {hash: study.manifest.resultHash});
  if (study.table) return [word('againTable'), `    ${study.table.command}`, word('againWhereTable')];
  const {run, figures} = commandsOf(study);
  const where = isTraining(study) ? TRAINING_WORDS.againWhere[language] : word('againWhere');
  return [word('againRun'), `    ${run}`, word('againFigures'), `    ${figures}`, where];
}

function figuresText(study: Study, drawings: readonly Drawing[], language: Language): readonly string[] {
  const undrawn = undrawnText(study, drawings, language);
  return [
    `## ${PAGE_WORDS.figures[language]}`,
    ...drawings.flatMap(({id, title, caption}) => [
      `![${markdownText(title)}](figures/${id}.svg)`,
      markdownText(caption),
    ]),
    ...(undrawn ? [markdownText(undrawn)] : []),
  ];
}

/** What was judged: answers, verdicts, and what stands behind them. */
function judgedText(study: Study, drawings: readonly Drawing[], language: Language): readonly string[] {
  const word = (name: keyof typeof PAGE_WORDS): string => PAGE_WORDS[name][language];
  const pairs = pairRows(study, language);
  return [
    `## ${word('answer')}`,
    list(answersOf(study, language).map((answer) => `${answer.title} \u2013 ${verdictLine(answer, language)}`)),
    list(onsetNotes(study, language)),
    `## ${word('verdicts')}`,
    markdownTable(verdictRows(study, language)),
    verdictsNote(study, language),
    ...figuresText(study, drawings, language),
    ...scorecardText(study, language),
    ...critiqueText(study, language),
    ...(pairs.rows.length > 0 ? [`## ${word('pairs')}`, markdownTable(pairs)] : []),
    ...truthText(study, language),
    `## ${word('sentences')}`,
    ...sentencesText(study, language),
    ...evidenceText(study, language),
    `## ${word('candidates')}`,
    word('candidatesNote'),
    ...candidatesText(study, language),
  ];
}

/** What a study of training alone shows. */
function trainedText(study: Study, drawings: readonly Drawing[], language: Language): readonly string[] {
  const {recovery} = study.findings;
  return [
    ...trainingSentences(study, language).map(markdownText),
    ...figuresText(study, drawings, language),
    ...(recovery
      ? [`## ${RECOVERY_WORDS.section[language]}`, markdownTable(recoveryRows(study.findings, language))]
      : []),
    ...scorecardText(study, language),
    `## ${TRAINING_WORDS.runs[language]}`,
    markdownTable(trainingRows(study, language)),
    TRAINING_WORDS.runsNote[language],
  ];
}

/** The report in Markdown, without times, so that two runs of the same experiment give the same text. */
export function reportMarkdown(study: Study, drawings: readonly Drawing[], language: Language): string {
  const word = (name: keyof typeof PAGE_WORDS): string => PAGE_WORDS[name][language];
  const blocks = [
    `# ${markdownText(questionOf(study, language))}`,
    markdownText(`${study.manifest.name} \u00b7 ${word('report')}`),
    ...(isTraining(study) ? trainedText : judgedText)(study, drawings, language),
    `## ${word(study.table ? 'tableSection' : 'design')}`,
    ...designParts(study, language).flatMap(({title, items}) => [`### ${title}`, list(items)]),
    `## ${word('limits')}`,
    list(limitsOf(study, language)),
    `## ${word('again')}`,
    ...againText(study, language),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
