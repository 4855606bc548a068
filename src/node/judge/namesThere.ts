import {wordData} from '../../config/nearest.ts';
import {Fault} from '../../numeric/fault.ts';
import type {NamedCurve} from './naming.ts';
import type {PerName} from './perName.ts';
import type {Request} from './request.ts';

/** Checks that values given by name name something that the table has; throws Fault `judge-name-nowhere`. */
export function checkNames({questions, chance, unit, standardError}: Request, named: readonly NamedCurve[]): void {
  const benchmarks = named.map(({benchmark}) => benchmark);
  const metrics = named.flatMap(({metric, column}) => [metric, column]);
  const check = (option: string, {each}: PerName<unknown>, there: readonly string[]): void => {
    const known = [...new Set(there)];
    for (const name of each.keys()) {
      if (!known.includes(name)) throw new Fault('judge-name-nowhere', {option, ...wordData(name, known)});
    }
  };
  check('--n', questions, benchmarks);
  check('--chance', chance, benchmarks);
  check('--unit', unit, metrics);
  check('--se', standardError, metrics);
}
