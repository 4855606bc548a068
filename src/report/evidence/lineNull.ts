import type {Language} from '../figure.ts';
import {FINDERS, findersOf, hasLineNull} from '../finders.ts';
import {DASH, headsOf, ledTable} from '../ledTable.ts';
import {rateText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {truthText} from '../tables.ts';
import {FINDER_WORDS, LINE_NULL_WORDS} from '../words/lineNull.ts';
import {type EvidenceSection, metricOf} from './section.ts';

/** How often tests with a straight line as their null find a break, and how often ours do, one row for each curve; null without replicates. */
export function lineNullSection(study: Study, language: Language): EvidenceSection | null {
  if (!study.findings.curves.some(hasLineNull)) return null;
  const head = [
    ...headsOf(['metric', 'truthOnset'], language),
    ...FINDERS.map((finder) => FINDER_WORDS[finder][language]),
  ];
  const table = ledTable(study, language, head, ({curves}) =>
    curves.filter(hasLineNull).map((curve) => {
      const rates = findersOf(curve);
      const cells = FINDERS.map((finder) => {
        const rate = rates[finder];
        return rate ? rateText(rate) : DASH;
      });
      return [metricOf(study, curve, language), truthText(curve, 'onset', language), ...cells];
    }),
  );
  return {title: LINE_NULL_WORDS.title[language], table, note: LINE_NULL_WORDS.note[language]};
}
