import type {CurveFinding} from '../../inference/findings.ts';
import type {Language} from '../figure.ts';
import {benchmarkLabel, worldLabel, worldsOf} from '../lookup.ts';
import type {Study} from '../study.ts';
import {LIST_SEPARATOR} from '../words/verdicts.ts';

/** The curves of one panel and what stands on its x axis: metrics of a benchmark, or benchmarks where each has one metric. */
export interface Ladder {
  readonly title: string;
  readonly curves: readonly CurveFinding[];
  readonly steps: readonly string[];
  readonly stepOf: (curve: CurveFinding) => number;
  /** Whether the steps are in an order that a line may follow. */
  readonly joined: boolean;
}

function byBenchmark(study: Study, language: Language): readonly Ladder[] {
  const ladders = study.benchmarks.flatMap(({name, label}): Ladder[] => {
    const curves = study.findings.curves.filter(({benchmark}) => benchmark === name);
    const metrics = study.metrics.filter((metric) => curves.some((curve) => curve.metric === metric.name));
    const stepOf = ({metric}: CurveFinding): number => metrics.findIndex((one) => one.name === metric);
    const steps = metrics.map((metric) => metric.label[language]);
    const joined = metrics.some(({continuous}) => continuous);
    return curves.length > 0 ? [{title: label, curves, steps, stepOf, joined}] : [];
  });
  if (ladders.length < 2 || ladders.some(({steps}) => steps.length > 1)) return ladders;
  const curves = ladders.flatMap((ladder) => ladder.curves);
  const names = [...new Set(curves.map(({benchmark}) => benchmark))];
  const title = [...new Set(ladders.flatMap(({steps}) => steps))].join(LIST_SEPARATOR[language]);
  const steps = names.map((name) => benchmarkLabel(study, name));
  return [{title, curves, steps, stepOf: ({benchmark}) => names.indexOf(benchmark), joined: false}];
}

/** Most worlds whose lines are told apart in one panel. */
const MOST_TOGETHER = 5;

/** Whether every world has panels of its own. */
export function isSplit(study: Study): boolean {
  return worldsOf(study).length > MOST_TOGETHER;
}

/** The ladders of a study: all worlds in one panel for each benchmark, or a panel for each world where there are many. */
export function laddersOf(study: Study, language: Language): readonly Ladder[] {
  const ladders = byBenchmark(study, language);
  if (!isSplit(study)) return ladders;
  return worldsOf(study).flatMap((world) =>
    ladders.flatMap((ladder) => {
      const curves = ladder.curves.filter((curve) => curve.world === world);
      const label = worldLabel(study, world, language);
      return curves.length > 0
        ? [{...ladder, curves, title: ladders.length > 1 ? `${label} · ${ladder.title}` : label}]
        : [];
    }),
  );
}
