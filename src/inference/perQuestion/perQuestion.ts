import {questionScores} from '../../engine/perQuestion.ts';
import type {Plan} from '../../engine/plan.ts';
import {compute} from '../../science/run.ts';
import {type Family, familyCorrelations} from './chain.ts';
import type {FamilyCorrelations} from './finding.ts';

/** Fewest checkpoints of a family over which a correlation says anything. */
const FEWEST = 4;

/** The families of a population with enough checkpoints that differ in compute. */
function familiesOf({experiment, points}: Plan): Family[] {
  const {runs} = experiment.population;
  const names = [...new Set(runs.map(({family}) => family))];
  return names.flatMap((name) => {
    const mine = [...points.keys()].filter((i) => runs[points[i]!.run]!.family === name);
    const spent = mine.map((i) => compute(runs[points[i]!.run]!.params, points[i]!.tokens));
    return mine.length >= FEWEST && new Set(spent).size > 1 ? [{name, points: mine, compute: spent}] : [];
  });
}

/** How single questions of replicate 0 go with compute, family by family, in one world; none for open answers and where no family is large enough. */
export function perQuestion(plan: Plan, world: number, benchmark: number): readonly FamilyCorrelations[] {
  const families = familiesOf(plan);
  const scores = families.length > 0 ? questionScores(plan, {replicate: 0, world, benchmark}) : null;
  return scores ? families.map((family) => familyCorrelations(scores, family)) : [];
}
