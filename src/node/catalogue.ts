import type {LISTS} from './commands/table.ts';

/** An entry of a registry as plain data. */
export type Entry = {readonly name: string} & Readonly<Record<string, unknown>>;

/**
 * Every registry as plain data, by the name that `list` takes: what an entry says of itself, without its functions.
 * A registry is loaded where it is listed: one list needs none of the others.
 */
export const CATALOGUE: Readonly<Record<(typeof LISTS)[number], () => Promise<readonly Entry[]>>> = {
  async populations() {
    const {POPULATIONS} = await import('../science/populations/registry.ts');
    const {checkpointCount} = await import('../science/run.ts');
    return POPULATIONS.map(({name, about, source, runs}) => ({
      name,
      about,
      runs: runs.length,
      checkpoints: checkpointCount(runs),
      source,
    }));
  },
  async laws() {
    const {LAWS} = await import('../science/laws/registry.ts');
    return LAWS.flatMap(({name: form, formula, source, parameters, presets}) => [
      {name: form, kind: 'form', formula, parameters, source},
      ...Object.entries(presets).map(([name, preset]) => ({name, kind: 'preset', form, formula, ...preset})),
    ]);
  },
  async curves() {
    const {CURVES} = await import('../science/curves/registry.ts');
    return CURVES.map(({truth: _, build: __, ...told}) => told);
  },
  async worlds() {
    const {WORLDS} = await import('../science/worlds/registry.ts');
    return WORLDS.map(({curve: _, ...told}) => told);
  },
  async benchmarks() {
    const {BENCHMARKS} = await import('../science/benchmarks/registry.ts');
    const {chanceOf} = await import('../science/benchmark.ts');
    return BENCHMARKS.map((benchmark) => ({...benchmark, chance: chanceOf(benchmark)}));
  },
  async metrics() {
    const {METRICS} = await import('../science/metrics/registry.ts');
    return METRICS.map((metric) => {
      // Without its functions; chance is that of four options, or of an open answer.
      const {chance, read: _, ...told} = metric;
      const answer = metric.answers.includes('choice')
        ? ({kind: 'choice', options: 4} as const)
        : ({kind: 'open', tokens: 1} as const);
      return {...told, range: told.range.map(finite), chance: chance({answer})};
    });
  },
  async figures() {
    const {HEADINGS} = await import('../report/figures/headings.ts');
    return Object.values(HEADINGS).map(({name, label, paper}) => ({name, label, paper}));
  },
  async quantities() {
    const {FORMS} = await import('../report/quantities/forms.ts');
    return Object.values(FORMS);
  },
  async references() {
    const {REFERENCE_LISTS} = await import('../science/reference/registry.ts');
    return REFERENCE_LISTS.map((list) => ({...list, numbers: list.references.length}));
  },
};

function finite(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}
