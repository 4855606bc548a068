import type {CurveFinding} from '../../inference/findings.ts';
import type {Language} from '../figure.ts';
import {isFitted, unfittedText} from '../fitted.ts';
import {benchmarkLabel, metricLabel, worldLabel} from '../lookup.ts';
import {decimal, intervalText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {candidateRows} from '../tables.ts';
import {estimatorText} from '../words/estimators.ts';
import {fill} from '../words/fill.ts';
import {PAGE_WORDS} from '../words/page.ts';
import {reasonText} from '../words/reasons.ts';
import {SHAPE_WORDS} from '../words/verdicts.ts';
import {type Html, html} from './html.ts';
import {tableHtml} from './tableHtml.ts';

function choiceText({estimator}: CurveFinding, language: Language): string {
  const {weights, postBreak, farSide, window, inflation} = estimator;
  return fill(PAGE_WORDS.estimator, language, {
    weights: estimatorText(weights, language),
    postBreak: estimatorText(postBreak, language),
    farSide: estimatorText(farSide, language),
    low: decimal(window[0]),
    high: decimal(window[1]),
    inflation: decimal(inflation, 2),
  });
}

function plateauText({plateau}: CurveFinding, language: Language): string {
  if (plateau === null) return '';
  const word = plateau.atChance === null ? 'noChance' : plateau.atChance ? 'atChance' : 'notAtChance';
  return fill(PAGE_WORDS.plateau, language, {
    level: intervalText(plateau.level),
    slope: intervalText(plateau.slope),
    chance: fill(PAGE_WORDS[word], language, {margin: decimal(plateau.margin)}),
  });
}

/** Why a curve has its shape, which estimator the data chose, and the flat side against chance where it was fitted. */
export function notesOf(study: Study, curve: CurveFinding, language: Language): string {
  if (!isFitted(curve)) return fill(PAGE_WORDS.unfitted, language, {text: unfittedText(study, curve, language)});
  const shape = SHAPE_WORDS[curve.shape][language];
  const post = estimatorText(curve.estimator.postBreak, language);
  const why = fill(PAGE_WORDS.why, language, {shape, reason: reasonText(curve.reason, language, {post})});
  return [why, choiceText(curve, language), plateauText(curve, language)].filter((text) => text !== '').join(' ');
}

/** One collapsible block for each curve: estimator, flat side and candidate table. */
export function candidatesHtml(study: Study, language: Language): readonly Html[] {
  return study.findings.curves.map((curve) => {
    const names = [
      worldLabel(study, curve.world, language),
      benchmarkLabel(study, curve.benchmark),
      metricLabel(study, curve.metric, language),
    ];
    return html`<details class="curve"><summary>${names.filter((name) => name !== '').join(' \u00b7 ')}</summary>
<p class="note">${notesOf(study, curve, language)}</p>
${curve.candidates.length > 0 ? tableHtml(candidateRows(curve, language)) : html``}</details>`;
  });
}
