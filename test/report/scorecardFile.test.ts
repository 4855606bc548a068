import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/config.ts';
import {NAMES} from '../../src/node/names.ts';
import {partsOf} from '../../src/report/makeStudy.ts';
import {scorecardRows} from '../../src/report/scorecard/rows.ts';
import {numberCells} from '../../src/report/scorecard/texts.ts';
import type {StudyNumbers} from '../../src/report/study.ts';
import {markdownText} from '../../src/report/table.ts';
import {ROOT} from '../house/sources.ts';
import {sampleStudy} from './sampleStudy.ts';
import {simulatedNumbers} from './simulated.ts';

const text = readFileSync(join(ROOT, 'outputs/scorecard.md'), 'utf8');

/** Rows of the tables by their name: source, paper, simulated, difference, tolerance, met. */
const printed = new Map(
  text
    .split('\n')
    .filter((line) => /^\| \S+\/\S+ \|/.test(line))
    .map((line) => line.slice(2, -2).split(' | '))
    .map(([id, ...cells]) => [id!, cells] as const),
);

const configs = readdirSync(join(ROOT, 'configs'), {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parseConfig(readFileSync(join(ROOT, 'configs', name), 'utf8'), NAMES).experiment)
  .filter(({references}) => references.length > 0);

/** Rows of a study as the file prints them. */
function expectedOf(study: StudyNumbers): ReadonlyArray<readonly [string, readonly string[]]> {
  const {name} = study.experiment!;
  return scorecardRows(study).map((row) => {
    const cells = [row.source, ...numberCells(row, 'en')];
    return [markdownText(`${name}/${row.id}`), cells.map(markdownText)] as const;
  });
}

describe('outputs/scorecard.md', () => {
  test('has the rows of every config with references and no others: name, source, paper and tolerance', () => {
    const none = {version: 1, curves: [], benchmarks: []} as const;
    const stable = ([source, paper, , , tolerance]: readonly string[]) => [source, paper, tolerance];
    const expected = configs.flatMap((experiment) => {
      const study = {...sampleStudy(), ...partsOf(experiment), findings: none, scores: [], trajectories: []};
      return expectedOf(study).map(([id, cells]) => [id, stable(cells)] as const);
    });
    const found = [...printed].map(([id, cells]) => [id, stable(cells)] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    expect(found.length).toBe(expected.length);
  });

  test('explains every number that is not met', () => {
    const notes = configs.flatMap(({name, references}) =>
      references.flatMap(({id, note}) => (note ? [markdownText(`${name}/${id}`)] : [])),
    );
    const missed = [...printed].filter(([, cells]) => cells.at(-1) === 'no').map(([id]) => id);
    expect(missed.filter((id) => !notes.includes(id))).toEqual([]);
  });

  /** Those that are simulated in about a second. */
  const CHEAP = [
    'du2024-eq5',
    'du2024-fig6',
    'schaeffer2023-fig2',
    'schaeffer2023-fig4',
    'schaeffer2023-fig6',
    'zhang2023-grokking-memory',
    'zhang2023-subtasks',
  ];

  test.each(CHEAP)('prints what %s gives', (name) => {
    const experiment = configs.find((one) => one.name === name)!;
    for (const [id, cells] of expectedOf(simulatedNumbers(experiment))) {
      expect([id, ...printed.get(id)!]).toEqual([id, ...cells]);
    }
  });
});
