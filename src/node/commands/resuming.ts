import {Fault} from '../../numeric/fault.ts';
import {commandPlace} from '../arguments.ts';
import {shellWord} from '../terminal/shellWord.ts';

/** The name of an option. */
const OPTION = /^--?[a-z][a-z-]*$/;

/** The command line that goes on where the one that was typed was interrupted. */
function resumingCommand(typed: readonly string[]): string {
  const words = typed.includes('--resume') ? typed : typed.toSpliced(commandPlace(typed) + 1, 0, '--resume');
  return ['npx mirage-lab', ...words.map((word) => (OPTION.test(word) ? word : shellWord(word)))].join(' ');
}

/** How far a run of several studies came. */
export interface Reached {
  /** Folders with the parts of unfinished studies. */
  readonly kept: readonly string[];
  /** Studies that are written, of all. */
  readonly done: number;
  readonly total: number;
}

/** What ended a run, with what is kept of it and the command that goes on, where something is; bad input and what nobody foresaw stay as they are. */
export function resumable(error: unknown, typed: readonly string[], {kept, done, total}: Reached): unknown {
  if (!(error instanceof Fault) || (kept.length === 0 && done === 0)) return error;
  const {code, data, exit} = error;
  const resume = resumingCommand(typed);
  const going = {...data, ...(kept.length > 0 ? {kept: kept.toSorted()} : {}), resume};
  if (code === 'interrupted')
    return kept.length > 0
      ? new Fault('interrupted-kept', going, exit)
      : new Fault('interrupted-between', {...going, done, total}, exit);
  return exit === 2 ? new Fault(code, going, exit) : error;
}
