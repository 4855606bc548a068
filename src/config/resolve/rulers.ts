import {grouped} from '../../numeric/grouped.ts';
import {printedLoss, type Rulers, rulerOf} from '../../science/ruler.ts';
import type {Experiment} from '../experiment.ts';
import type {Report} from '../faults.ts';
import {wordData} from '../nearest.ts';
import type {Config} from '../schema/config.ts';
import {lossRange} from './checks.ts';

/** The rulers of a config; an entropy that is not given is not known. */
export function resolveRulers(rulers: NonNullable<Config['rulers']>): Rulers {
  const entries = Object.entries(rulers).map(([family, {unigram, ...rest}]) => [
    family,
    {...rest, unigram: unigram ?? null},
  ]);
  return Object.fromEntries(entries) as Rulers;
}

/** Reports rulers of families that no run belongs to, and worlds on the normalised loss where the entropy of a family is not known. */
export function checkRulers({rulers, population, worlds}: Experiment, report: Report): void {
  const families = new Set(population.runs.map(({family}) => family));
  for (const family of Object.keys(rulers ?? {})) {
    if (families.has(family)) continue;
    report({code: 'unknown-name', path: ['rulers', family], data: wordData(family, [...families]), onKey: true});
  }
  const unknown = [...families].find((family) => rulerOf(rulers, family).unigram === null);
  worlds.forEach(({axis, name}, i) => {
    if (axis === undefined || unknown === undefined) return;
    report({code: 'ruler-unigram', path: ['worlds', i, 'axis'], data: {got: axis, world: name, family: unknown}});
  });
}

/** Reports rulers on which the smallest loss of their family would not be positive. */
export function checkPrinted({rulers, population, loss}: Experiment, report: Report): void {
  const families = grouped(population.runs, ({family}) => family);
  for (const family of Object.keys(rulers ?? {})) {
    const runs = families.get(family)!;
    const range = lossRange({loss, population: {...population, runs}}, ['loss'], report);
    if (!range) return;
    const [low] = range;
    const printed = printedLoss(rulerOf(rulers, family), low);
    if (printed > 0) continue;
    report({code: 'ruler-negative', path: ['rulers', family], data: {got: Number(printed.toFixed(3))}});
  }
}
