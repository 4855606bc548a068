import type {CurveFinding, PairFinding, Verdict} from '../../inference/findings.ts';
import type {Case} from '../lookup.ts';
import type {Study} from '../study.ts';
import {usuallySharp, usualShape} from '../typical.ts';
import {isSplit, usualVerdict} from '../usualVerdict.ts';

/** What the mirage critique (the metric makes the break; Schaeffer et al. 2023) is worth for one (world, benchmark). */
export type CritiqueKind =
  /** The break goes where the metric becomes continuous. */
  | 'explains'
  /** It goes in some continuous metrics and stays in others. */
  | 'partly'
  /** It stays where it is. */
  | 'kept'
  /** It stays, at another loss. */
  | 'moved'
  /** No metric breaks. */
  | 'nothing'
  /** A continuous metric breaks, the discontinuous one does not. */
  | 'reversed'
  /** Only continuous metrics were scored, and they break. */
  | 'continuous'
  /** Only discontinuous metrics were scored, and they break. */
  | 'unpaired'
  /** The data do not decide. */
  | 'open';

/** The critique held against the findings of one (world, benchmark). */
export interface Critique {
  readonly kind: CritiqueKind;
  /** The discontinuous curves; where there are none, all. */
  readonly from: readonly CurveFinding[];
  /** Continuous curves in which the break stays, or which break by themselves. */
  readonly staying: readonly CurveFinding[];
  /** Continuous curves in which it goes. */
  readonly going: readonly CurveFinding[];
}

/** Curves to which a pair usually has one of these verdicts. */
function endsOf({finding, curves}: Case, verdicts: readonly Verdict[]): readonly CurveFinding[] {
  const ends = finding.pairs.filter((pair) => verdicts.some((verdict) => verdict === usualVerdict(pair).verdict));
  return curves.filter(({metric}) => ends.some(({to}) => to === metric));
}

/** How often a pair loses its break. */
const lostIn = ({verdict, rates}: PairFinding): number => rates?.removed.value ?? (verdict === 'removed' ? 1 : 0);

/** The curves in which the break goes; where no pair loses it in most replicates, those of the pair that loses it most often. */
function goingOf(entry: Case): readonly CurveFinding[] {
  const going = endsOf(entry, ['removed']);
  if (going.length > 0) return going;
  const most = Math.max(...entry.finding.pairs.map(lostIn));
  const pair = entry.finding.pairs.find((one) => lostIn(one) === most);
  return entry.curves.filter(({metric}) => metric === pair?.to);
}

function unpairedCritique(
  entry: Case,
  discontinuous: readonly CurveFinding[],
  continuous: readonly CurveFinding[],
): Critique {
  const {verdict} = usualVerdict(entry.finding);
  const all = {from: entry.curves, staying: continuous.filter(usuallySharp), going: []};
  if (verdict === 'break') return {...all, kind: discontinuous.length > 0 ? 'unpaired' : 'continuous'};
  return {...all, kind: verdict === 'no-break' ? 'nothing' : 'open'};
}

/** Holds the critique against the usual verdicts, shapes and widths of one (world, benchmark). */
export function critiqueOf({metrics}: Study, entry: Case): Critique {
  const isContinuous = ({metric}: CurveFinding): boolean =>
    metrics.some((one) => one.name === metric && one.continuous);
  const continuous = entry.curves.filter(isContinuous);
  const from = entry.curves.filter((curve) => !isContinuous(curve));
  const {finding} = entry;
  if (finding.pairs.length === 0) return unpairedCritique(entry, from, continuous);
  if (isSplit(finding)) return {kind: 'open', from, staying: [], going: []};
  const staying = endsOf(entry, ['kept', 'moved']);
  switch (usualVerdict(finding).verdict) {
    case 'removed': {
      const going = goingOf(entry);
      const rest = staying.filter((curve) => !going.includes(curve));
      return {kind: rest.length > 0 ? 'partly' : 'explains', from, staying: rest, going};
    }
    case 'kept':
      return {kind: 'kept', from, staying, going: []};
    case 'moved':
      return {kind: 'moved', from, staying, going: []};
    case 'none':
      return {kind: 'nothing', from, staying: [], going: []};
    default: {
      const own = continuous.filter(usuallySharp);
      const reversed = own.length > 0 && from.every((curve) => usualShape(curve).shape === 'soft');
      return {kind: reversed ? 'reversed' : 'open', from, staying: reversed ? own : [], going: []};
    }
  }
}

/** What the critique is worth for one continuous metric: the usual verdict of its pair; `reversed` where it breaks and the discontinuous one bends. */
export type CellKind = 'removed' | 'kept' | 'moved' | 'none' | 'reversed' | 'open';

/** Holds the critique against one pair and its curves. */
export function cellKind(pair: PairFinding, from: CurveFinding, to: CurveFinding): CellKind {
  const {verdict} = usualVerdict(pair);
  if (verdict === 'removed' || verdict === 'kept' || verdict === 'moved' || verdict === 'none') return verdict;
  return usuallySharp(to) && usualShape(from).shape === 'soft' ? 'reversed' : 'open';
}
