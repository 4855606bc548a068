import {join, relative, resolve} from 'node:path';
import {Fault} from '../../numeric/fault.ts';
import {alignedRows, wrap} from '../../report/displayWidth.ts';
import type {Language} from '../../report/figure.ts';
import {numberCells, numberHeads, reasonsOf, scorecardLine} from '../../report/scorecard/texts.ts';
import {SCORECARD_WORDS} from '../../report/words/scorecard.ts';
import type {Effects} from '../effects.ts';
import {readScorecard, type StoredScorecard, scorecardsIn} from '../output/scorecard.ts';
import {coloursOf} from '../terminal/colours.ts';
import type {CommonOptions} from './options.ts';

/** Options of `scorecard`. */
export interface ScorecardOptions extends CommonOptions {
  /** Finished runs; all of outputs/ where none is given. */
  readonly directories: readonly string[];
}

/** The scorecards that were asked for; throws Fault `scorecard-none`, `scorecard-missing` and those of `readScorecard`. */
async function collect({directories}: ScorecardOptions, cwd: string): Promise<StoredScorecard[]> {
  if (directories.length === 0) {
    const folder = join(cwd, 'outputs');
    const found = await scorecardsIn(folder);
    if (found.length === 0) throw new Fault('scorecard-none', {path: folder});
    return found;
  }
  const found: StoredScorecard[] = [];
  for (const folder of new Set(directories.map((directory) => resolve(cwd, directory)))) {
    const scorecard = await readScorecard(folder);
    if (!scorecard) throw new Fault('scorecard-missing', {path: folder});
    found.push(scorecard);
  }
  return found;
}

/** Rows with names that are unique: `STUDY/ROW`, or `FOLDER/ROW` for runs of the same name. */
function named(scorecards: readonly StoredScorecard[], cwd: string): StoredScorecard[] {
  const names = scorecards.map(({name}) => name);
  return scorecards.map((scorecard) => {
    const {name, folder, rows} = scorecard;
    const twice = names.filter((other) => other === name).length > 1;
    const prefix = twice ? relative(cwd, folder) || folder : name;
    return {...scorecard, name: prefix, rows: rows.map((row) => ({...row, id: `${prefix}/${row.id}`}))};
  });
}

function tableLines(scorecards: readonly StoredScorecard[], language: Language, width: number): string[] {
  const rows = scorecards.flatMap((one) => one.rows);
  const head = [SCORECARD_WORDS.row[language], ...numberHeads(language)];
  const lines = alignedRows([head, ...rows.map((row) => [row.id, ...numberCells(row, language)])]);
  const reasons = reasonsOf(rows, language).flatMap((reason) => ['', ...wrap(reason, width)]);
  return [...lines, ...reasons, '', ...wrap(scorecardLine(rows, language) ?? '', width)];
}

/** Prints published and simulated numbers of finished runs as a table or, with --json, as one line; returns 0 also where some are not met. */
export async function scorecard(options: ScorecardOptions, effects: Effects): Promise<number> {
  const {stdout, cwd} = effects;
  const scorecards = named(await collect(options, cwd), cwd);
  if (options.json) {
    stdout.write(`${JSON.stringify({rows: scorecards.flatMap(({rows}) => rows)})}\n`);
    return 0;
  }
  const [head, ...lines] = tableLines(scorecards, options.language, stdout.columns);
  stdout.write(`${[coloursOf(stdout, effects).bold(head!), ...lines].join('\n')}\n`);
  return 0;
}
