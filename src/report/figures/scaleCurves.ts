import {captionText, drawingId, figureText} from '../captions.ts';
import type {Drawing, Figure, Language} from '../figure.ts';
import {drawnPart, worldLabel, worldsOf} from '../lookup.ts';
import type {Facet} from '../scale/dots.ts';
import {lengthsOf} from '../scale/lengths.ts';
import {canBeLog, type ScaleFrame, scalePanels} from '../scale/panel.ts';
import {sizeAxisOf} from '../scale/sizeAxis.ts';
import {sizeSeries} from '../scale/sizeSeries.ts';
import {type Panel, panels} from '../spec.ts';
import type {BenchmarkView, MetricView, Study} from '../study.ts';
import {HEADINGS} from './headings.ts';

/** Most facets beside each other; with more, each world has a drawing of its own. */
const MOST_FACETS = 4;
/** Columns where panels of different metrics fill the rows. */
const COLUMNS = 3;

/** Benchmarks that share panels: the lengths of one family, or all that are no lengths. */
interface Group {
  readonly label: string;
  readonly benchmarks: readonly BenchmarkView[];
}

function groupsOf(study: Study): readonly Group[] {
  const lengths = lengthsOf(study.experiment);
  const families = [...new Set(study.benchmarks.map(({name}) => lengths.get(name)?.family ?? null))];
  return families.map((family) => {
    const benchmarks = study.benchmarks.filter(({name}) => (lengths.get(name)?.family ?? null) === family);
    return {label: lengths.get(benchmarks[0]!.name)?.task ?? '', benchmarks};
  });
}

/** Metrics in the order of the config, with the facets that have scores of them; those with most facets first, so that rows line up. */
function rowsOf(study: Study, facets: readonly Facet[], log: boolean) {
  const place = ({name}: MetricView): number => study.experiment?.metrics.indexOf(name) ?? 0;
  const metrics = study.metrics.toSorted((a, b) => place(a) - place(b)).filter((metric) => !log || canBeLog(metric));
  const rows = metrics.map((metric) => ({
    metric,
    facets: facets.flatMap((facet) => {
      const scored = facet.benchmarks.filter(({name}) =>
        study.scores.some(
          (row) =>
            row.world === facet.world &&
            row.benchmark === name &&
            row.metric === metric.name &&
            (!log || row.value > 0),
        ),
      );
      return scored.length > 0 ? [{...facet, benchmarks: scored}] : [];
    }),
  }));
  return rows.filter((row) => row.facets.length > 0).toSorted((a, b) => b.facets.length - a.facets.length);
}

interface Sheet {
  /** The world of all facets, or null where they differ or there is none. */
  readonly world: string | null;
  readonly id: (name: string) => string;
  readonly facets: readonly Facet[];
}

/** Worlds and groups beside each other in one drawing, or a drawing for each world. */
function sheetsOf(study: Study, language: Language): readonly Sheet[] {
  const groups = groupsOf(study);
  const worlds = worldsOf(study);
  const titled = (world: string | null, label: string, named: boolean): string =>
    [named ? worldLabel(study, world, language) : '', label].filter((text) => text !== '').join(' - ');
  const facetsOf = (world: string | null, named: boolean): readonly Facet[] =>
    groups.map(({label, benchmarks}) => ({world, benchmarks, title: titled(world, label, named)}));
  if (worlds.length * groups.length <= MOST_FACETS) {
    const [only = null] = worlds.length === 1 ? worlds : [];
    return [{world: only, id: (name) => name, facets: worlds.flatMap((world) => facetsOf(world, worlds.length > 1))}];
  }
  return worlds.map((world) => ({world, id: (name) => drawingId(name, world), facets: facetsOf(world, false)}));
}

function panelsOf(study: Study, sheet: Sheet, frame: ScaleFrame): {columns: number; cells: readonly Panel[]} {
  const rows = rowsOf(study, sheet.facets, frame.log);
  const most = Math.max(0, ...rows.map(({facets}) => facets.length));
  const cells = rows.flatMap(({metric, facets}) => {
    // A facet needs its name only beside others.
    const named = most > 1 ? facets : facets.map((facet) => ({...facet, title: ''}));
    return scalePanels(study, named, metric, frame);
  });
  return {columns: most > 1 ? most : Math.min(COLUMNS, Math.max(1, cells.length)), cells};
}

function drawingOf(whole: Study, study: Study, sheet: Sheet, frame: ScaleFrame): readonly Drawing[] {
  const {columns, cells} = panelsOf(study, sheet, frame);
  if (cells.length === 0) return [];
  const {log, language} = frame;
  const word = log ? 'scaleLogTitle' : 'scaleTitle';
  const title = figureText(study, sheet.world === null ? `${word}All` : word, language, sheet.world);
  const caption = captionText(whole, log ? 'scaleLogCaption' : 'scaleCaption', language);
  return [
    {id: sheet.id(log ? 'scale-curves-log' : 'scale-curves'), title, caption, spec: panels(title, columns, cells)},
  ];
}

/**
 * Every metric against the number of parameters, or training compute, one line for each benchmark; of finished models, shares of right answers
 * again on a logarithmic axis (Schaeffer et al. 2023, Figs 2, 3, 4 and 6).
 */
export const scaleCurves: Figure = {
  ...HEADINGS.scaleCurves,
  draw(whole, language) {
    const study = drawnPart(whole);
    const axis = sizeAxisOf(study);
    if (axis === null) return [];
    const series = sizeSeries(study, lengthsOf(study.experiment), language);
    // The many checkpoints of a run cover each other at the low end of a logarithmic axis.
    return (axis === 'params' ? [false, true] : [false]).flatMap((log) =>
      sheetsOf(study, language).flatMap((sheet) => drawingOf(whole, study, sheet, {axis, series, language, log})),
    );
  },
};
