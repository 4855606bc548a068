import {markdownTable, markdownText} from '../table.ts';
import type {ScorecardRow} from './row.ts';
import {numberCells, numberHeads, reasonsOf, scorecardLine} from './texts.ts';

/** The scorecard of one study. */
export interface StudyScorecard {
  readonly name: string;
  readonly rows: readonly ScorecardRow[];
}

const LANGUAGE = 'en';

/** The paper of a source: what stands before its first comma, bracket or colon. */
function paperOf({source}: ScorecardRow): string {
  return source.split(/[,(:]/)[0]!.trim();
}

/** How to read the tables. */
const INTRODUCTION = `Every number of a paper that a config names, beside what the config gives at its own size. Written by \`node scripts/scorecard.mjs\`.

Simulated: mean over replicates, ± Monte Carlo standard error; with one replicate that error is not known and counts as 0. A number is met where
|simulated − paper| <= tolerance + 2 Monte Carlo standard errors. The tolerance is the error of the published number (0.005 nats and 0.3 points for what was read off a
figure) with what the project asks of itself: 2 points for medians of Fig 1 of Du et al. 2024, 0.03 for its table 2 (0.05 for MMLU and C-Eval, 0.08 for the 508
questions of CLUEWSC), 0.05 nats for final losses of Fig 2, 2 % for sizes of equation 5. pp: percentage points.`;

/** The scorecards of all studies as Markdown: a table for each paper, and what explains the numbers that are not met. */
export function scorecardDocument(studies: readonly StudyScorecard[]): string {
  const rows = studies.flatMap(({name, rows: own}) => own.map((row) => ({...row, id: `${name}/${row.id}`})));
  const papers = [...new Set(rows.map(paperOf))];
  const sections = papers.flatMap((paper) => {
    const mine = rows.filter((row) => paperOf(row) === paper);
    const table = {
      head: ['Row', 'Source', ...numberHeads(LANGUAGE)],
      rows: mine.map((row) => [row.id, row.source, ...numberCells(row, LANGUAGE)]),
    };
    const met = mine.filter(({ok}) => ok).length;
    const reasons = reasonsOf(mine, LANGUAGE).map((reason) => `- ${markdownText(reason)}`);
    return [
      `## ${paper}`,
      `${met} of ${mine.length} published numbers met.`,
      markdownTable(table),
      ...(reasons.length > 0 ? [reasons.join('\n')] : []),
    ];
  });
  const summary = scorecardLine(rows, LANGUAGE)?.split(';')[0] ?? '';
  return `${['# Beside the published numbers', `${summary}.`, INTRODUCTION, ...sections].join('\n\n')}\n`;
}
