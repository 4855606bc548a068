import type {Collapse} from '../../inference/evidence.ts';
import type {CurveFinding} from '../../inference/findings.ts';
import {lossName} from '../axisNames.ts';
import type {Language} from '../figure.ts';
import {DASH, headOf, ledTable} from '../ledTable.ts';
import type {Case} from '../lookup.ts';
import type {Study} from '../study.ts';
import {COLLAPSE_AXES, COLLAPSE_WORDS, EVIDENCE_CELLS, EVIDENCE_HEADS, EVIDENCE_WORDS} from '../words/evidence.ts';
import {EVIDENCE_SENTENCES} from '../words/evidenceSentences.ts';
import {fill} from '../words/fill.ts';
import {LIST_SEPARATOR, SENTENCE_WORDS} from '../words/verdicts.ts';
import {differenceInterval, differenceText, type EvidenceSection, metricOf} from './section.ts';

/** Axes of collapse in the order of their columns. */
const AXES = ['loss', 'compute', 'params'] as const;

/** What is equal where runs are compared: loss (or the column of a table), compute or parameters. */
export function collapseAxis(study: Study, at: Collapse['at'], language: Language): string {
  return at === 'loss' && study.table ? lossName(study, language) : COLLAPSE_AXES[at][language];
}

/** The axes on which some curve of a study was compared. */
function axesOf({findings}: Study): readonly Collapse['at'][] {
  const found = new Set(findings.curves.flatMap(({collapse}) => collapse.map(({at}) => at)));
  return AXES.filter((at) => found.has(at));
}

function cellOf(study: Study, {metric, collapse}: CurveFinding, at: Collapse['at'], language: Language): string {
  const found = collapse.find((one) => one.at === at);
  if (!found) return DASH;
  const rms = differenceInterval(study, metric, found.rms, language);
  return fill(EVIDENCE_CELLS.agreement, language, {verdict: COLLAPSE_WORDS[found.verdict][language], rms});
}

/** Whether runs agree at equal loss, compute and size, one row for each curve; null where it was not worked out. */
export function collapseSection(study: Study, language: Language): EvidenceSection | null {
  const axes = axesOf(study);
  if (axes.length === 0) return null;
  const head = [
    headOf('metric', language),
    ...axes.map((at) => fill(EVIDENCE_HEADS.at, language, {axis: collapseAxis(study, at, language)})),
    headOf('margin', language),
  ];
  const table = ledTable(study, language, head, ({curves}) =>
    curves
      .filter(({collapse}) => collapse.length > 0)
      .map((curve) => [
        metricOf(study, curve, language),
        ...axes.map((at) => cellOf(study, curve, at, language)),
        differenceText(study, curve.metric, curve.collapse[0]!.margin, language),
      ]),
  );
  return {title: EVIDENCE_WORDS.collapse[language], table, note: EVIDENCE_WORDS.collapseNote[language]};
}

/** One sentence for each axis: in which metrics runs of different size agree, and in which they differ. */
export function collapseSentences(study: Study, {curves}: Case, language: Language): readonly string[] {
  return axesOf(study).flatMap((at) => {
    const parts = (['collapses', 'differs', 'cannot-tell'] as const).flatMap((verdict) => {
      const items = curves.flatMap((curve) =>
        curve.collapse
          .filter((one) => one.at === at && one.verdict === verdict)
          .map(({rms}) =>
            fill(EVIDENCE_SENTENCES.placeItem, language, {
              value: metricOf(study, curve, language),
              metric: differenceInterval(study, curve.metric, rms, language),
            }),
          ),
      );
      const list = items.join(LIST_SEPARATOR[language]);
      return items.length > 0 ? [fill(EVIDENCE_SENTENCES[verdict], language, {list})] : [];
    });
    if (parts.length === 0) return [];
    const data = {axis: collapseAxis(study, at, language), list: parts.join(SENTENCE_WORDS.separator[language])};
    return [fill(EVIDENCE_SENTENCES.collapse, language, data)];
  });
}
