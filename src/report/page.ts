import {answersOf, commandsOf} from './answer.ts';
import {cellRows} from './critique/cells.ts';
import {critiqueGroups, critiqueNote} from './critique/section.ts';
import {designParts, questionOf} from './design.ts';
import {evidenceNote, evidenceSections, evidenceSentences} from './evidence/evidence.ts';
import type {EvidenceSection} from './evidence/section.ts';
import type {Drawing, Language} from './figure.ts';
import {limitsOf} from './limits.ts';
import {isTraining} from './lookup.ts';
import {hasMatrix, matrixRows} from './matrixTable.ts';
import {metaText} from './meta.ts';
import {answerHtml} from './page/answerHtml.ts';
import {candidatesHtml} from './page/candidates.ts';
import {figureHtml} from './page/figuresHtml.ts';
import {type Html, html} from './page/html.ts';
import {listHtml, type PageOptions, wholePage} from './page/shell.ts';
import {tableHtml} from './page/tableHtml.ts';
import {recoveryRows} from './recovery.ts';
import {scorecardSection} from './scorecard/section.ts';
import {verdictSentence} from './sentence.ts';
import type {Study} from './study.ts';
import type {Table} from './table.ts';
import {pairRows, secondsRows, truthRows, verdictRows, verdictsNote} from './tables.ts';
import {trainingRows, trainingSentences} from './training.ts';
import {undrawnText} from './undrawn.ts';
import {CRITIQUE_WORDS} from './words/critique.ts';
import {CELL_WORDS} from './words/critiqueCells.ts';
import {EVIDENCE_WORDS} from './words/evidence.ts';
import {fill} from './words/fill.ts';
import {PAGE_WORDS} from './words/page.ts';
import {RECOVERY_WORDS} from './words/recovery.ts';
import {TRAINING_WORDS} from './words/training.ts';

/** The table of this figure stands on the page as HTML. */
const AS_TABLE = 'verdict-table';

/** Tables with more rows are folded away. */
const MOST_ROWS = 40;

type Word = keyof typeof PAGE_WORDS;

function againHtml(study: Study, language: Language): Html {
  const words = (word: Word): string => fill(PAGE_WORDS[word], language, {hash: study.manifest.resultHash});
  if (study.table)
    return html`<p>${words('againTable')}</p><pre>${study.table.command}</pre><p>${words('againWhereTable')}</p>`;
  const {run, figures} = commandsOf(study);
  return html`<p>${words('againRun')}</p><pre>${run}</pre><p>${words('againFigures')}</p><pre>${figures}</pre><p>${isTraining(study) ? TRAINING_WORDS.againWhere[language] : words('againWhere')}</p>`;
}

function sentencesHtml(study: Study, language: Language): readonly Html[] {
  return answersOf(study, language).map(({title, cases}) => {
    const texts = cases.map((entry) => {
      const evidence = evidenceSentences(study, entry, language);
      return html`<p>${verdictSentence(study, entry, language)}</p>${evidence.length > 0 ? listHtml(evidence) : html``}`;
    });
    return html`<h3>${title}</h3>${texts}`;
  });
}

/** What the mirage critique explains: the matrix as a table where there are replicates, then sentences world by world. */
function critiqueHtml(study: Study, language: Language): Html {
  const groups = critiqueGroups(study, language).map(
    ({title, paragraphs}) => html`<h3>${title}</h3>${paragraphs.map((text) => html`<p>${text}</p>`)}`,
  );
  const table = hasMatrix(study)
    ? html`${tableHtml(matrixRows(study, language))}<p class="note">${CRITIQUE_WORDS.matrixNote[language]}</p>`
    : html``;
  return html`<h2>${CRITIQUE_WORDS.title[language]}</h2>${table}<p class="note">${critiqueNote(study, language)}</p>${groups}${cellsHtml(study, language)}`;
}

/** A table, a long one folded away. */
function foldedHtml(table: Table, language: Language): Html {
  if (table.rows.length <= MOST_ROWS) return tableHtml(table);
  const count = fill(PAGE_WORDS.rows, language, {count: table.rows.length});
  return html`<details class="curve"><summary>${count}</summary>${tableHtml(table)}</details>`;
}

/** What the critique is worth metric by metric, where there are pairs. */
function cellsHtml(study: Study, language: Language): Html {
  const cells = cellRows(study, language);
  return cells ? html`<h3>${CELL_WORDS.title[language]}</h3>${foldedHtml(cells, language)}` : html``;
}

/** A table of evidence with its note. */
function sectionHtml({title, table, note}: EvidenceSection, language: Language): Html {
  const shown = foldedHtml(table, language);
  const noted = html`<p class="note">${note}</p>`;
  return table.rows.length > MOST_ROWS
    ? html`<h3>${title}</h3>${noted}${shown}`
    : html`<h3>${title}</h3>${shown}${noted}`;
}

/** The comparison with published numbers, where the study names some. */
function scorecardHtml(study: Study, language: Language): Html {
  const section = scorecardSection(study, language);
  if (!section) return html``;
  const {title, line, table, note, reasons} = section;
  return html`<h2>${title}</h2><p>${line}</p>${foldedHtml(table, language)}<p class="note">${note}</p>${listHtml(reasons)}`;
}

function sectionsHtml(study: Study, language: Language): Html {
  const sections = evidenceSections(study, language).map((section) => sectionHtml(section, language));
  const note = evidenceNote(study, language);
  return sections.length > 0
    ? html`<h2>${EVIDENCE_WORDS.evidence[language]}</h2><p class="note">${note}</p>${sections}`
    : html``;
}

function figuresHtml(study: Study, drawings: readonly Drawing[], {language, stills}: PageOptions): Html {
  const undrawn = undrawnText(study, drawings, language);
  const shown = drawings.filter(({id}) => id !== AS_TABLE);
  return html`<h2>${PAGE_WORDS.figures[language]}</h2>${shown.map((drawing) => figureHtml(study, drawing, stills[drawing.id] ?? '', language))}
${undrawn ? html`<p class="note">${undrawn}</p>` : html``}`;
}

/** What a study of training alone shows: its figures, and its runs at the end of training. */
function trainedHtml(study: Study, drawings: readonly Drawing[], options: PageOptions): Html {
  const {language} = options;
  const {recovery} = study.findings;
  const laws = recovery
    ? html`<h2>${RECOVERY_WORDS.section[language]}</h2>${tableHtml(recoveryRows(study.findings, language))}`
    : html``;
  return html`${figuresHtml(study, drawings, options)}${laws}
${scorecardHtml(study, language)}
<h2>${TRAINING_WORDS.runs[language]}</h2>${foldedHtml(trainingRows(study, language), language)}<p class="note">${TRAINING_WORDS.runsNote[language]}</p>`;
}

/** What was judged, with the evidence. */
function evidenceHtml(study: Study, drawings: readonly Drawing[], options: PageOptions): Html {
  const {language} = options;
  const word = (name: Word): string => PAGE_WORDS[name][language];
  const pairs = pairRows(study, language);
  const pairsHtml = html`<h2>${word('pairs')}</h2>${tableHtml(pairs)}`;
  const n = study.manifest.counts.replicates ?? 1;
  const truth = html`<h2>${word('truth')}</h2>${tableHtml(truthRows(study, language))}<p class="note">${fill(PAGE_WORDS.truthNote, language, {n})}</p>`;
  return html`<h2>${word('verdicts')}</h2>${tableHtml(verdictRows(study, language))}<p class="note">${verdictsNote(study, language)}</p>
${figuresHtml(study, drawings, options)}
${scorecardHtml(study, language)}
${critiqueHtml(study, language)}
${pairs.rows.length > 0 ? pairsHtml : html``}
${study.table ? html`` : truth}
<h2>${word('sentences')}</h2>${sentencesHtml(study, language)}
${sectionsHtml(study, language)}`;
}

function backgroundHtml(study: Study, language: Language): Html {
  const word = (name: Word): string => PAGE_WORDS[name][language];
  const parts = designParts(study, language).map(({title, items}) => html`<h3>${title}</h3>${listHtml(items)}`);
  const [design, note] = study.table ? (['tableSection', 'tableNote'] as const) : (['design', 'designNote'] as const);
  const candidates = html`<h2>${word('candidates')}</h2><p class="note">${word('candidatesNote')}</p>${candidatesHtml(study, language)}`;
  return html`${isTraining(study) ? html`` : candidates}
<h2>${word(design)}</h2><p class="note">${word(note)}</p>${parts}
<h2>${word('limits')}</h2>${listHtml(limitsOf(study, language))}
<h2>${word('again')}</h2>${againHtml(study, language)}
<h2>${word('seconds')}</h2>${tableHtml(secondsRows(study, language))}`;
}

/** The report as one offline HTML file; still pictures stay where scripts are off. Texts of the study are escaped. */
export function reportHtml(study: Study, drawings: readonly Drawing[], options: PageOptions): string {
  const {language} = options;
  const {name, version} = study.manifest;
  const training = isTraining(study);
  const answer = training
    ? trainingSentences(study, language).map((text) => html`<p>${text}</p>`)
    : answerHtml(study, language);
  const header = html`<p class="meta">${name} \u00b7 ${PAGE_WORDS.report[language]}</p><h1>${questionOf(study, language)}</h1>
${answer}<p class="meta">${metaText(study, language)}</p>`;
  const body = html`${(training ? trainedHtml : evidenceHtml)(study, drawings, options)}
${backgroundHtml(study, language)}`;
  return wholePage({name, version, header, body}, options);
}
