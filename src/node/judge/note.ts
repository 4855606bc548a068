import type {TableNote} from '../../report/study.ts';

/** A note on how a table was read; words for its code are in src/report/words/judgeNotes.ts. */
export function note(code: string, data: TableNote['data'] = {}): TableNote {
  return {code, data};
}
