import {basename} from 'node:path';
import {BaseSequencer, type TestSpecification} from 'vitest/node';

/** Files of a quarter of a minute and more, the longest first. */
const LONGEST = [
  'configs',
  'resume',
  'run',
  'tools',
  'bench',
  'shards',
  'judge',
  'training',
  'figures',
  'fuzz',
  'browser',
  'lawFit',
];

/** Starts the longest files first, so that none of them ends alone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({moduleId}: TestSpecification): number => {
      const found = LONGEST.indexOf(basename(moduleId, '.test.ts'));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
