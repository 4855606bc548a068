import type {ConfigFault} from '../../config/faults.ts';
import {plainText, shortened} from '../../config/plainText.ts';
import type {Language} from '../../report/figure.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {describeFault} from '../../report/words/errors.ts';

/** One line about a fault of a config: `file:line:column: key: what is wrong (got value)`. */
export function faultLine({file, line, column, key, code, data}: ConfigFault, language: Language): string {
  const shown = shortened(file);
  const place = line === null ? shown : `${shown}:${line}:${column}`;
  // An option of the command line already names its key.
  const named = key === '' || (line === null && file.startsWith('--') && file.includes(key));
  return plainText(`${place}: ${named ? '' : `${shortened(key)}: `}${describeFault(code, data, language)}`);
}

/** The same of something that stops nothing, as a line of the error stream. */
export function warningLine(warning: ConfigFault, language: Language): string {
  return `${PRINTED.warning[language]}: ${faultLine(warning, language)}\n`;
}
