import type {CurveFinding, PairFinding} from '../../inference/findings.ts';
import {lossName} from '../axisNames.ts';
import type {Language} from '../figure.ts';
import {isFitted} from '../fitted.ts';
import {headOf, ledTable} from '../ledTable.ts';
import {metricLabel} from '../lookup.ts';
import type {Study} from '../study.ts';
import type {Table} from '../table.ts';
import {CELL_SENTENCES, CELL_WORDS} from '../words/critiqueCells.ts';
import {fill} from '../words/fill.ts';
import {cellKind} from './critique.ts';
import {openText} from './missing.ts';
import {bareWidthsText, placesText, type Speaker, unitText, widthsText} from './parts.ts';

function widthsClause(curves: readonly CurveFinding[], speaker: Speaker): string {
  const fitted = curves.filter(isFitted);
  if (fitted.length === 0) return '';
  return fill(CELL_WORDS.widths, speaker.language, {unit: unitText(speaker), list: widthsText(fitted, speaker)});
}

/** What the critique is worth for the continuous metric of one pair, and why: a sentence each. */
function cellSentences(pair: PairFinding, from: CurveFinding, to: CurveFinding, speaker: Speaker): readonly string[] {
  const {study, language} = speaker;
  const kind = cellKind(pair, from, to);
  const data = {
    x: lossName(study, language),
    from: metricLabel(study, from.metric, language),
    to: metricLabel(study, to.metric, language),
    places: placesText([from, to], speaker),
    fromWidth: bareWidthsText([from], speaker),
    toWidth: bareWidthsText([to], speaker),
    open: kind === 'open' ? openText(pair, speaker) : '',
    widths: kind === 'open' ? widthsClause([from, to], speaker) : '',
  };
  return CELL_SENTENCES[kind].map((words) => fill(words, language, data));
}

/** Two sentences for each continuous metric of each (world, benchmark); null where nothing is paired. */
export function cellRows(study: Study, language: Language): Table | null {
  if (study.findings.benchmarks.every(({pairs}) => pairs.length === 0)) return null;
  const head = [headOf('metric', language), CELL_WORDS.claim[language], CELL_WORDS.cause[language]];
  return ledTable(study, language, head, ({finding, curves}) =>
    finding.pairs.flatMap((pair) => {
      const [from, to] = [pair.from, pair.to].map((name) => curves.find(({metric}) => metric === name));
      if (!from || !to) return [];
      return [[metricLabel(study, to.metric, language), ...cellSentences(pair, from, to, {study, language})]];
    }),
  );
}
