import type {ShapeFreeOnset} from '../../inference/evidence.ts';
import type {CurveFinding} from '../../inference/findings.ts';
import {onsetHead} from '../axisNames.ts';
import type {Language} from '../figure.ts';
import {DASH, headsOf, ledTable} from '../ledTable.ts';
import {type Case, casesOf, metricLabel} from '../lookup.ts';
import {decimal, intervalText, pClause, pText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {EVIDENCE_CELLS, EVIDENCE_WORDS} from '../words/evidence.ts';
import {EVIDENCE_SENTENCES} from '../words/evidenceSentences.ts';
import {fill} from '../words/fill.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';
import {type EvidenceSection, intervalCell, levelText, metricOf} from './section.ts';

/** One onset for all metrics is rejected below this p. */
const LEVEL = 0.05;

interface Free {
  readonly curve: CurveFinding;
  readonly free: ShapeFreeOnset;
}

function freeOf(curves: readonly CurveFinding[]): readonly Free[] {
  return curves.flatMap((curve) => (curve.shapeFree ? [{curve, free: curve.shapeFree}] : []));
}

/** Onsets without a shape beside those of the bent hinge; null where none was worked out. */
export function shapeFreeSection(study: Study, language: Language): EvidenceSection | null {
  if (freeOf(study.findings.curves).length === 0) return null;
  const names = ['metric', 'freeOnset', 'firstRejection', 'level'] as const;
  const head = [...headsOf(names, language), onsetHead(study, language)];
  const table = ledTable(study, language, head, ({curves}) =>
    freeOf(curves).map(({curve, free}) => [
      metricOf(study, curve, language),
      intervalCell(free.onset),
      free.firstRejection === null ? EVIDENCE_CELLS.never[language] : decimal(free.firstRejection),
      fill(EVIDENCE_CELLS[free.levelOf], language, {level: levelText(study, curve.metric, free.level)}),
      intervalCell(curve.onset),
    ]),
  );
  return {title: EVIDENCE_WORDS.shapeFree[language], table, note: EVIDENCE_WORDS.shapeFreeNote[language]};
}

/** Whether the bent hinge and the onset without a shape tell different places, in a sentence; empty where they agree. */
function disagreement(study: Study, {curve, free}: Free, language: Language): readonly string[] {
  const {onset} = curve;
  if (!onset) return [];
  const data = {metric: metricOf(study, curve, language), onset: intervalText(onset)};
  const apart = free.onset && (free.onset.low > onset.high || free.onset.high < onset.low);
  if (free.onset && apart) {
    return [fill(EVIDENCE_SENTENCES.disagreeOnset, language, {...data, free: intervalText(free.onset)})];
  }
  const first = free.firstRejection;
  const early = first !== null && (study.table?.ascending ? first < onset.low : first > onset.high);
  if (!early) return [];
  const level = EVIDENCE_CELLS[free.levelOf === 'chance' ? 'chanceLevel' : 'plateauLevel'][language];
  return [fill(EVIDENCE_SENTENCES.disagreeRejection, language, {...data, level, first: decimal(first)})];
}

/** Where each score leaves its flat side, where its level is first rejected, and where that disagrees with the bent hinge, in sentences. */
export function shapeFreeSentences(study: Study, {curves}: Case, language: Language): readonly string[] {
  const free = freeOf(curves);
  const say = (word: 'freeOnset' | 'above' | 'abovePlateau', items: ReadonlyArray<readonly [string, CurveFinding]>) => {
    const list = items.map(([value, curve]) =>
      fill(EVIDENCE_SENTENCES.placeItem, language, {value, metric: metricOf(study, curve, language)}),
    );
    return list.length > 0
      ? [fill(EVIDENCE_SENTENCES[word], language, {list: list.join(LIST_SEPARATOR[language])})]
      : [];
  };
  const rejected = (level: ShapeFreeOnset['levelOf']) =>
    free.flatMap(({curve, free: {firstRejection, levelOf}}) =>
      firstRejection !== null && levelOf === level ? [[decimal(firstRejection), curve] as const] : [],
    );
  return [
    ...say(
      'freeOnset',
      free.flatMap(({curve, free: {onset}}) => (onset ? [[intervalText(onset), curve] as const] : [])),
    ),
    ...say('above', rejected('chance')),
    ...say('abovePlateau', rejected('plateau')),
    ...free.flatMap((one) => disagreement(study, one, language)),
  ];
}

/** The shared onset of every benchmark; null where there is none. */
export function sharedSection(study: Study, language: Language): EvidenceSection | null {
  if (!casesOf(study, language).some(({finding}) => finding.sharedOnset)) return null;
  const head = headsOf(['metrics', 'sharedOnset', 'p'], language);
  const table = ledTable(study, language, head, ({finding: {sharedOnset}}) =>
    sharedOnset
      ? [
          [
            namesText(study, sharedOnset.metrics, language),
            intervalText(sharedOnset),
            sharedOnset.p === null ? DASH : pText(sharedOnset.p),
          ],
        ]
      : [],
  );
  return {title: EVIDENCE_WORDS.shared[language], table, note: EVIDENCE_WORDS.sharedNote[language]};
}

function namesText(study: Study, metrics: readonly string[], language: Language): string {
  return metrics.map((metric) => metricLabel(study, metric, language)).join(LIST_SEPARATOR[language]);
}

/** The shared onset of a benchmark in a sentence. */
export function sharedSentences(study: Study, {finding: {sharedOnset}}: Case, language: Language): readonly string[] {
  if (!sharedOnset) return [];
  const {p, metrics} = sharedOnset;
  const word = p === null ? 'shared' : p < LEVEL ? 'sharedDiffers' : 'sharedSame';
  const data = {metrics: namesText(study, metrics, language), onset: intervalText(sharedOnset)};
  return [fill(EVIDENCE_SENTENCES[word], language, {...data, p: p === null ? '' : pClause(p)})];
}
