import type {CurveFinding, PairFinding, Rate} from '../inference/findings.ts';
import {pairTruth} from '../inference/truth.ts';
import {widthHead} from './axisNames.ts';
import type {Language} from './figure.ts';
import {isFitted} from './fitted.ts';
import {DASH, headsOf, ledTable} from './ledTable.ts';
import {type Case, metricLabel} from './lookup.ts';
import {decimal, intervalText, rateText} from './numbers.ts';
import {errorRates} from './sentence.ts';
import type {Study} from './study.ts';
import type {Table} from './table.ts';
import {typicalWidth, usualShape} from './typical.ts';
import {usualVerdict} from './usualVerdict.ts';
import {TABLE_WORDS} from './words/table.ts';
import {UNFITTED_WORDS} from './words/unfitted.ts';
import {SHAPE_WORDS, VERDICT_WORDS} from './words/verdicts.ts';

/** Whether there are replicates over which the table can speak. */
export function hasMatrix({findings}: Study): boolean {
  return findings.curves.some(({rates}) => rates !== null && rates.width.n > 1);
}

const rated = (word: string, rate: Rate | null): string => (rate ? `${word} ${rateText(rate)}` : word);

function shapeCell(curve: CurveFinding, language: Language): string {
  if (!isFitted(curve)) return UNFITTED_WORDS.short[language];
  const {shape, rate} = usualShape(curve);
  return rated(SHAPE_WORDS[shape][language], rate);
}

function truthCell({truth}: CurveFinding, language: Language): string {
  if (truth === null) return TABLE_WORDS.unknown[language];
  if (truth.onset === null) return TABLE_WORDS.noBreak[language];
  const onset = `\u03b7 ${decimal(truth.onset)}`;
  // A bend that is put in with a width is not always a break.
  return truth.width !== null && truth.width > 0 ? `${onset}, w ${decimal(truth.width)}` : onset;
}

/** Verdict, wrong and undecided shares of the pair that ends at a curve; dashes where there is none. */
function pairCells(study: Study, {finding, curves}: Case, curve: CurveFinding, language: Language): readonly string[] {
  const pair: PairFinding | undefined = finding.pairs.find(({to}) => to === curve.metric);
  if (!pair) return [DASH, DASH, DASH];
  const {verdict, rate} = usualVerdict(pair);
  const from = curves.find(({metric}) => metric === pair.from)?.truth ?? null;
  const margin = study.experiment?.verdict.margin ?? 0;
  const truth = from && curve.truth ? pairTruth(from, curve.truth, margin) : null;
  const rates = errorRates({rates: pair.rates, truth});
  return [
    rated(VERDICT_WORDS[verdict][language], rate),
    ...(rates ? [rateText(rates.wrong), rateText(rates.open)] : [DASH, DASH]),
  ];
}

/** One row for each curve, over replicates: width, shape, truth, and the verdict of its pair with how often it errs. */
export function matrixRows(study: Study, language: Language): Table {
  const head = headsOf(['metric', 'shape', 'truth', 'pairVerdict', 'wrong', 'undecided'], language);
  const [metric, ...rest] = head;
  return ledTable(study, language, [metric!, widthHead(study, language), ...rest], (entry) =>
    entry.curves.map((curve) => [
      metricLabel(study, curve.metric, language),
      isFitted(curve) ? intervalText(typicalWidth(curve)) : DASH,
      shapeCell(curve, language),
      truthCell(curve, language),
      ...pairCells(study, entry, curve, language),
    ]),
  );
}
