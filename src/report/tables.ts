import type {CurveFinding, Rate} from '../inference/findings.ts';
import type {Words} from '../science/parameter.ts';
import {onsetHead, widthHead} from './axisNames.ts';
import type {Language} from './figure.ts';
import {isFitted, onsetText, shapeWord, widthText} from './fitted.ts';
import {DASH, headOf, headsOf, ledTable} from './ledTable.ts';
import {type Case, metricLabel} from './lookup.ts';
import {decimal, estimateText, intervalText, percentText, piecesText, pText, rateText, withShare} from './numbers.ts';
import {errorRates} from './sentence.ts';
import type {Study} from './study.ts';
import type {Table} from './table.ts';
import {estimatorText} from './words/estimators.ts';
import {fill} from './words/fill.ts';
import {PAGE_WORDS} from './words/page.ts';
import {reasonText} from './words/reasons.ts';
import {STAGES} from './words/stages.ts';
import {TABLE_WORDS} from './words/table.ts';
import {SENTENCE_WORDS, VERDICT_WORDS} from './words/verdicts.ts';

/** Shape of a curve with the share of replicates that agree. */
function shapeText(curve: CurveFinding, language: Language): string {
  return withShare(shapeWord(curve, language), isFitted(curve) ? curve.rates?.shapes[curve.shape] : null);
}

function errorText({finding}: Case, language: Language): string {
  const rates = errorRates(finding);
  if (!rates || rates.right.n < 2) return DASH;
  const wrong = fill(TABLE_WORDS.wrongRate, language, {rate: rateText(rates.wrong)});
  const open = fill(TABLE_WORDS.openRate, language, {rate: rateText(rates.open)});
  return [wrong, open].join(SENTENCE_WORDS.separator[language]);
}

/** The verdict of replicate 0 with the share of replicates that agree. */
function verdictText({finding: {verdict, rates}}: Case, language: Language): string {
  return withShare(VERDICT_WORDS[verdict][language], rates?.[verdict]);
}

/** One row for each curve, the verdict and its error rates beside them; a judged table has no error rates. */
export function verdictRows(study: Study, language: Language): Table {
  const tested = study.findings.curves.some(({smoothNull}) => smoothNull !== null);
  const head = [
    headOf('metric', language),
    onsetHead(study, language),
    widthHead(study, language),
    headOf('shape', language),
    ...(tested ? [headOf('smoothNull', language)] : []),
    headOf('verdict', language),
    ...(study.table ? [] : [headOf('errors', language)]),
  ];
  const table = ledTable(study, language, head, (entry) =>
    entry.curves.map((curve, i) => [
      metricLabel(study, curve.metric, language),
      onsetText(curve),
      widthText(curve),
      shapeText(curve, language),
      ...(tested ? [curve.smoothNull ? pText(curve.smoothNull.p) : DASH] : []),
      i === 0 ? verdictText(entry, language) : null,
      ...(study.table ? [] : [i === 0 ? errorText(entry, language) : null]),
    ]),
  );
  return {...table, strong: [...(table.strong ?? []), table.head.indexOf(headOf('verdict', language))]};
}

/** How to read the table of verdicts. */
export function verdictsNote({table}: Study, language: Language): string {
  return PAGE_WORDS[table ? 'verdictsTable' : 'verdictsNote'][language];
}

/** One row for each pair of metrics with the reason of its verdict. */
export function pairRows(study: Study, language: Language): Table {
  return ledTable(study, language, headsOf(['pairs', 'difference', 'verdict', 'reason'], language), ({finding}) =>
    finding.pairs.map(({from, to, verdict, reason, difference, rates}) => {
      const rate = rates?.[verdict];
      const share = rate && rate.n > 1 ? ` (${rateText(rate)})` : '';
      return [
        `${metricLabel(study, from, language)} \u2192 ${metricLabel(study, to, language)}`,
        difference ? intervalText(difference) : DASH,
        `${VERDICT_WORDS[verdict][language]}${share}`,
        reasonText(reason, language),
      ];
    }),
  );
}

/** Onset or width that was put into a curve, or that it has no break. */
export function truthText(curve: CurveFinding, of: 'onset' | 'width', language: Language): string {
  if (curve.truth === null) return TABLE_WORDS.unknown[language];
  const value = curve.truth[of];
  return value === null ? TABLE_WORDS.noBreak[language] : decimal(value);
}

function shapeShares({rates}: CurveFinding): string {
  if (rates === null) return DASH;
  const {sharp, soft, undetermined} = rates.shapes;
  return [sharp, soft, undetermined].map(({value}) => percentText(value)).join(' / ');
}

const orDash = (rate: Rate | null | undefined, text: (rate: Rate) => string): string => (rate ? text(rate) : DASH);

/** One row for each curve: what was put in, what replicate 0 gives, and how the estimator does over replicates. */
export function truthRows(study: Study, language: Language): Table {
  const nats = ({value, mcse}: Rate): string => estimateText(value, mcse, 4);
  const names = [
    'truthOnset',
    'onset',
    'bias',
    'coverageOnset',
    'truthWidth',
    'width',
    'coverageWidth',
    'shapes',
  ] as const;
  return ledTable(study, language, headsOf(['metric', ...names], language), ({curves}) =>
    curves.map((curve) => [
      metricLabel(study, curve.metric, language),
      truthText(curve, 'onset', language),
      curve.onset ? piecesText(curve.onset) : DASH,
      orDash(curve.rates?.biasOnset, nats),
      orDash(curve.rates?.coverageOnset, rateText),
      truthText(curve, 'width', language),
      widthText(curve),
      orDash(curve.rates?.coverageWidth, rateText),
      shapeShares(curve),
    ]),
  );
}

/** The candidate curves of one finding, best first. */
export function candidateRows({candidates}: CurveFinding, language: Language): Table {
  const word = (name: 'candidate' | 'weight' | 'parameters'): string => PAGE_WORDS[name][language];
  const rows = candidates.map(({name, aicc, bic, weight, parameters}) => [
    estimatorText(name, language),
    decimal(aicc, 1),
    decimal(bic, 1),
    decimal(weight, 3),
    Object.entries(parameters)
      .map(([key, value]) => `${key} ${Number(value.toPrecision(4))}`)
      .join(', '),
  ]);
  return {head: [word('candidate'), 'AICc', 'BIC', word('weight'), word('parameters')], rows};
}

/** Wall seconds by stage with their sum. */
export function secondsRows({manifest}: Study, language: Language): Table {
  const stages = Object.entries(manifest.seconds);
  const total = stages.reduce((sum, [, seconds]) => sum + seconds, 0);
  const named: Readonly<Record<string, Words>> = STAGES;
  const rows = stages.map(([stage, seconds]) => [named[stage]?.[language] ?? stage, decimal(seconds, 1)]);
  return {
    head: [PAGE_WORDS.stage[language], PAGE_WORDS.secondsHead[language]],
    rows: [...rows, [PAGE_WORDS.total[language], decimal(total, 1)]],
  };
}
