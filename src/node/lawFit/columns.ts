import type {Fittable, Need} from '../../inference/lawFit/fittable.ts';
import {Fault} from '../../numeric/fault.ts';
import type {FitOptions} from '../commands/options.ts';
import {columnIn} from '../judge/columns.ts';
import {conditionsOf} from '../judge/request.ts';

/** Numbers of a run that a table may give. */
export type Quantity = Need | 'U' | 'lr' | 'loss';

/** Where the columns of a table stand among those that are read. */
export interface LawColumns {
  readonly wanted: readonly string[];
  readonly places: Readonly<Record<Quantity, number | null>>;
  readonly where: ReadonlyArray<{readonly place: number; readonly values: ReadonlySet<string>}>;
}

const OPTIONS = {N: 'params', D: 'tokens', S: 'steps', C: 'compute', U: 'unique', lr: 'lr', loss: 'loss'} as const;

/**
 * Finds the columns that the options name. D may follow from C and N, and C from N and D, by C = 6 N D. Throws Fault
 * `fit-column-missing`, `judge-column`, `judge-column-twice`, `judge-where`.
 */
export function lawColumns({law, needs}: Fittable, options: FitOptions, columns: readonly string[]): LawColumns {
  const wanted: string[] = [];
  const placeOf = (option: string, column: string): number => {
    const known = columnIn(option, column, columns);
    if (!wanted.includes(known)) wanted.push(known);
    return wanted.indexOf(known);
  };
  const place = (quantity: Quantity): number | null => {
    const column = options[OPTIONS[quantity]];
    return column === undefined ? null : placeOf(`--${OPTIONS[quantity]}`, column);
  };
  const places = {
    N: place('N'),
    D: place('D'),
    S: place('S'),
    C: place('C'),
    U: place('U'),
    lr: place('lr'),
    loss: place('loss'),
  };
  const follows: Partial<Record<Quantity, boolean>> = {
    D: places.N !== null && places.C !== null,
    C: places.N !== null && places.D !== null,
  };
  for (const quantity of [...needs, 'loss'] as const) {
    if (places[quantity] !== null || follows[quantity]) continue;
    const option = `--${OPTIONS[quantity]}`;
    throw new Fault('fit-column-missing', {law: law.name, option, allowed: columns});
  }
  const where = conditionsOf(options.where).map(({column, values}) => ({
    place: placeOf('--where', column),
    values: new Set(values),
  }));
  return {wanted, places, where};
}
