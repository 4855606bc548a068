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

/** What ended a run whose parts are kept, with the command that goes on; bad input and what nobody foresaw stay as they are. */
export function resumable(error: unknown, typed: readonly string[], path: string): unknown {
  if (!(error instanceof Fault)) return error;
  const data = {...error.data, path, resume: resumingCommand(typed)};
  if (error.code === 'interrupted') return new Fault('interrupted-kept', data, error.exit);
  return error.exit === 2 ? new Fault(error.code, {...data, ...error.data}, error.exit) : error;
}
