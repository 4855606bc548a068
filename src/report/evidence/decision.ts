import type {CurveFinding, DecidedDesign, Decision, DecisionRates} from '../../inference/findings.ts';
import type {Language} from '../figure.ts';
import {headOf, ledTable} from '../ledTable.ts';
import type {Case} from '../lookup.ts';
import {decimal, rateClause, rateText} from '../numbers.ts';
import type {Study} from '../study.ts';
import {DECISION_WORDS} from '../words/decision.ts';
import {estimatorText} from '../words/estimators.ts';
import {fill} from '../words/fill.ts';
import {type EvidenceSection, metricOf} from './section.ts';

/** An undetermined curve with what would decide it. */
export interface Undecided {
  readonly curve: CurveFinding;
  readonly decision: Decision;
}

/** The curves for which it was worked out what would decide them. */
export function undecidedOf(curves: readonly CurveFinding[]): readonly Undecided[] {
  return curves.flatMap((curve) => (curve.decision ? [{curve, decision: curve.decision}] : []));
}

function ratesText({right, wrong}: DecisionRates, language: Language): string {
  const [a, b] = [right, wrong].map(rateText);
  return fill(DECISION_WORDS.rates, language, {right: a!, wrong: b!});
}

function designText({points, noise}: DecidedDesign, language: Language): string {
  if (points > 1) return fill(DECISION_WORDS.times, language, {count: points});
  return noise > 1 ? fill(DECISION_WORDS.divided, language, {by: noise}) : DECISION_WORDS.same[language];
}

/** What it takes, in a clause: so many points, or so little noise. */
export function needsText({fewest, designs}: Decision, language: Language): string {
  const say = (word: keyof typeof DECISION_WORDS, data = {}): string => fill(DECISION_WORDS[word], language, data);
  const most = Math.max(...designs.map(({points}) => points));
  const least = Math.max(...designs.map(({noise}) => noise));
  const {points, noise} = fewest;
  return say('needs', {
    points:
      points === null
        ? say('needMorePoints', {count: most})
        : points === 1
          ? say('needNothing')
          : say('needPoints', {count: points}),
    noise:
      noise === null
        ? say('needLessNoise', {by: least})
        : noise === 1
          ? say('needSameNoise')
          : say('needNoise', {by: noise}),
  });
}

/** How often tables with more points or less noise would be told rightly and wrongly; null where that was not asked. */
export function decisionSection(study: Study, language: Language): EvidenceSection | null {
  if (undecidedOf(study.findings.curves).length === 0) return null;
  const word = (name: keyof typeof DECISION_WORDS): string => DECISION_WORDS[name][language];
  const head = [headOf('metric', language), word('correlation'), word('design'), word('ifSharp'), word('ifSoft')];
  const table = ledTable(study, language, head, ({curves}) =>
    undecidedOf(curves).flatMap(({curve, decision}) =>
      decision.designs.map((design, i) => [
        i === 0 ? metricOf(study, curve, language) : null,
        i === 0 ? decimal(decision.correlation, 2) : null,
        designText(design, language),
        ratesText(design.sharp, language),
        ratesText(design.soft, language),
      ]),
    ),
  );
  return {title: word('section'), table, note: word('sectionNote')};
}

/** What would decide each undetermined score, in sentences. */
export function decisionSentences(study: Study, {curves}: Case, language: Language): readonly string[] {
  return undecidedOf(curves).map(({curve, decision}) => {
    const {sharp, soft} = decision.designs[0]!;
    return fill(DECISION_WORDS.sentence, language, {
      metric: metricOf(study, curve, language),
      onset: decimal(decision.truths.sharp.onset),
      curve: estimatorText(decision.truths.soft.curve, language),
      sharp: rateClause(sharp.right),
      soft: rateClause(soft.right),
      sharpWrong: rateClause(sharp.wrong),
      softWrong: rateClause(soft.wrong),
      needs: needsText(decision, language),
    });
  });
}

/** What would decide each undetermined score, a line each. */
export function decisionLines(study: Study, {curves}: Case, language: Language): readonly string[] {
  return undecidedOf(curves).map(({curve, decision}) =>
    fill(DECISION_WORDS.line, language, {
      metric: metricOf(study, curve, language),
      needs: needsText(decision, language),
    }),
  );
}
