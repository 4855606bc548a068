import type {Experiment} from '../../config/experiment.ts';

/** One length of a family of open tasks: a benchmark whose name ends in its number of tokens, such as `addition-4`. */
export interface Length {
  /** The name without the number. */
  readonly family: string;
  /** The kind of task, in words. */
  readonly task: string;
  /** T, the tokens of an answer. */
  readonly tokens: number;
}

/** The lengths of a study by benchmark: open answers of T tokens under names that end in `-T`, where a family has several of them. */
export function lengthsOf(experiment: Pick<Experiment, 'benchmarks'> | null): ReadonlyMap<string, Length> {
  const found = (experiment?.benchmarks ?? []).flatMap(({name, task, answer}) => {
    if (answer.kind !== 'open' || !name.endsWith(`-${answer.tokens}`)) return [];
    const family = name.slice(0, -`-${answer.tokens}`.length);
    return [[name, {family, task, tokens: answer.tokens}] as const];
  });
  return new Map(found.filter(([, {family}]) => found.filter(([, other]) => other.family === family).length > 1));
}
