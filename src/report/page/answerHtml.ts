import {answersOf, countsLine, listedCases, onsetNotes, toneOf, type WorldAnswer} from '../answer.ts';
import {smoothNullLine} from '../evidence/smoothNull.ts';
import type {Language} from '../figure.ts';
import {meaningText} from '../fitted.ts';
import type {Case} from '../lookup.ts';
import {rateText} from '../numbers.ts';
import {errorRates} from '../sentence.ts';
import type {Study} from '../study.ts';
import {exampleText, toldVerdict, usualText} from '../usualVerdict.ts';
import {fill} from '../words/fill.ts';
import {PAGE_WORDS} from '../words/page.ts';
import {TABLE_WORDS} from '../words/table.ts';
import {SENTENCE_WORDS} from '../words/verdicts.ts';
import {type Html, html} from './html.ts';

function ratesText({finding}: Case, language: Language): string {
  const rates = errorRates(finding);
  if (!rates || rates.right.n < 2) return '';
  const parts = [
    fill(TABLE_WORDS.rightRate, language, {rate: rateText(rates.right)}),
    fill(TABLE_WORDS.openRate, language, {rate: rateText(rates.open)}),
    fill(TABLE_WORDS.wrongRate, language, {rate: rateText(rates.wrong)}),
  ];
  return `${parts.join(' \u00b7 ')} \u00b7 ${fill(TABLE_WORDS.overReplicates, language, {n: rates.right.n})}`;
}

function caseHtml(study: Study, entry: Case, language: Language): Html {
  const verdict = toldVerdict(entry.finding);
  const rates = ratesText(entry, language);
  const example = [...exampleText(entry.finding, language), ...smoothNullLine(study, entry, language)].map(
    (text) => html`<p>${text}</p>`,
  );
  return html`<div class="case"><strong>${entry.benchmark}</strong>
<span><span class="badge ${toneOf(verdict)}">${usualText(entry.finding, language)}</span></span>
<p>${meaningText(study, entry, verdict, language)}</p>${rates === '' ? html`` : html`<p>${rates}</p>`}${example}</div>`;
}

function cardHtml(study: Study, answer: WorldAnswer, language: Language): Html {
  const {shown, left} = listedCases(answer);
  const cases = shown.map((entry) => caseHtml(study, entry, language));
  const counts = left > 0 ? html`<p><strong>${countsLine(answer, language)}</strong></p>` : html``;
  const more = left > 0 ? html`<p class="note">${fill(SENTENCE_WORDS.left, language, {count: left})}</p>` : html``;
  const about = answer.about === '' ? html`` : html`<p class="note">${answer.about}</p>`;
  return html`<section class="card"><h3>${answer.title}</h3>${about}${counts}<div class="cases">${cases}</div>${more}</section>`;
}

/** The first screen: a card for each world, then which onset is which. */
export function answerHtml(study: Study, language: Language): Html {
  const cards = answersOf(study, language).map((answer) => cardHtml(study, answer, language));
  const notes = onsetNotes(study, language).map((text) => html`<li>${text}</li>`);
  const box = html`<section class="card"><h3>${PAGE_WORDS.etaTitle[language]}</h3><ul>${notes}</ul></section>`;
  return html`<div class="answers">${cards}</div>${notes.length > 0 ? box : html``}`;
}
