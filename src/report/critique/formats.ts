import {toneOf} from '../answer.ts';
import {lossName} from '../axisNames.ts';
import {type Case, casesOf} from '../lookup.ts';
import {usuallySharp} from '../typical.ts';
import {isSplit, usualVerdict} from '../usualVerdict.ts';
import {CRITIQUE_WORDS} from '../words/critique.ts';
import {fill} from '../words/fill.ts';
import {bareWidthsText, onsetsText, type Speaker} from './parts.ts';

/** Endings of the names of benchmarks that ask the same questions in another format. */
const FORMATS = /-(lettered|cloze)$/;

/** Whether two benchmarks are one in two formats: `mmlu-lettered` and `mmlu-cloze`, or `mmlu` and `mmlu-cloze`. */
function sameQuestions(one: string, other: string): boolean {
  return one !== other && one.replace(FORMATS, '') === other.replace(FORMATS, '');
}

/** That a change of format, not of metric, removes the break of a case: its other formats that do not break, in a sentence each. */
export function formatSentences(entry: Case, speaker: Speaker): readonly string[] {
  const {study, language} = speaker;
  const broken = entry.curves.filter(usuallySharp);
  const tone = toneOf(usualVerdict(entry.finding).verdict);
  if (broken.length === 0 || isSplit(entry.finding) || (tone !== 'break' && tone !== 'changed')) return [];
  return (
    casesOf(study, language)
      .filter(({finding}) => finding.world === entry.finding.world)
      .filter(({finding}) => sameQuestions(finding.benchmark, entry.finding.benchmark))
      .filter(({finding}) => toneOf(usualVerdict(finding).verdict) === 'none')
      // Where the same was put into both, the format changes nothing.
      .filter(({finding}) => entry.finding.truth === null || finding.truth !== entry.finding.truth)
      .map(({benchmark, curves}) =>
        fill(CRITIQUE_WORDS.format, language, {
          sharp: entry.benchmark,
          soft: benchmark,
          x: lossName(study, language),
          onset: onsetsText(broken.slice(0, 1), speaker),
          widths: bareWidthsText(curves.slice(0, 1), speaker),
        }),
      )
  );
}
