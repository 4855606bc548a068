import {monotone} from '../../numeric/monotone.ts';
import {accuracyCurve} from '../answer/accuracy.ts';
import {NEVER, openMeans} from '../answer/openMeans.ts';
import {
  abilityAt,
  abilityPlace,
  confidenceAt,
  confidencePlace,
  probabilityRows,
  S_COUNT,
  TAU_COUNT,
} from '../answer/probabilityRows.ts';
import type {Answer} from '../benchmark.ts';
import {CHOICE_ANCHORS, OPEN_ANCHORS, panelBasis} from './basis.ts';
import {fillDeviations, knotBelow, lazyNodes, placeIndicator} from './grid.ts';
import {fillMeans} from './means.ts';
import {makeNode} from './node.ts';
import {choicePanel, openPanel} from './panel.ts';

/** The law of the means over questions of one cell, whatever the number of questions. */
export interface Law {
  /**
   * Fills `out`, shape [4, DRAWN], at a latent: means, deviations in standard deviations, standard deviations and slopes, of the first `count`
   * statistics; `draws` are CELL_DRAWS standard normal numbers, the same for every world of a cell; one place is written over.
   */
  fill(s: number, tau: number, draws: Float64Array, count: number, out: Float64Array): void;
  /** The solver of performance: r = s / tau at an accuracy (choice), or s at a share (open). */
  readonly inverse: (share: number) => number;
}

/** Nodes of covariances stand at every second point of the table of means. */
const COARSE = 2;

/** Accuracies up to here are inverted; the highest that a simulated benchmark reaches lies below. */
const HIGHEST = 0.9999;

/** Ratios s / tau of the inverse: from 0 on in steps that grow by 2 %. */
function ratios(top: (ratio: number) => boolean): Float64Array {
  const out = [0];
  for (let r = 0.002; out.length < 1000 && !top(out[out.length - 1]!); r = 1.02 * r + 0.002) out.push(r);
  return Float64Array.from(out);
}

function choiceLaw(options: number, spread: number): Law {
  const accuracy = accuracyCurve(options, spread);
  const table = probabilityRows(options, spread);
  const panel = choicePanel(options, spread);
  const basis = panelBasis(panel, CHOICE_ANCHORS);
  const columns = Math.ceil(S_COUNT / COARSE);
  const rows = Math.ceil(TAU_COUNT / COARSE);
  const grid = {
    abilities: Float64Array.from({length: columns}, (_, i) => abilityAt(COARSE * i)),
    confidences: Float64Array.from({length: rows}, (_, i) => confidenceAt(COARSE * i)),
  };
  const nodes = lazyNodes(grid, (column, row) =>
    makeNode(panel, basis, {s: grid.abilities[column]!, tau: grid.confidences[row]!}),
  );
  const solved = ratios((r) => accuracy.at(r) > HIGHEST);
  return {
    inverse: monotone(solved.map(accuracy.at), solved),
    fill(s, tau, draws, count, out) {
      const x = abilityPlace(s);
      const y = confidencePlace(tau);
      out[0] = accuracy.at(s / tau);
      fillMeans(table, x, y, out);
      placeIndicator(draws, out[0]);
      const column = knotBelow(x / COARSE, columns);
      const row = knotBelow(y / COARSE, rows);
      fillDeviations(grid, nodes, {column, row, s, tau}, draws, count, out);
    },
  };
}

/** Shifts of open answers: nodes every half logit. */
const OPEN_STEP = 0.5;

function openLaw(spread: number): Law {
  const {shifts, share, logProbability} = openMeans(spread);
  const panel = openPanel(spread);
  const basis = panelBasis(panel, OPEN_ANCHORS);
  const columns = 1 - (2 * NEVER) / OPEN_STEP;
  const abilities = Float64Array.from({length: columns}, (_, i) => NEVER + OPEN_STEP * i);
  const nodes = lazyNodes({abilities, confidences: Float64Array.of(1)}, (column) =>
    makeNode(panel, basis, {s: abilities[column]!, tau: 1}),
  );
  const grid = {abilities, confidences: Float64Array.of(1, 2)};
  return {
    inverse: monotone(shifts.map(share), shifts),
    fill(s, _, draws, count, out) {
      out[0] = share(s);
      out[1] = out[0];
      out[2] = 0;
      out[3] = logProbability(s);
      out[4] = 0;
      placeIndicator(draws, out[0]);
      const column = knotBelow((s - NEVER) / OPEN_STEP, columns);
      fillDeviations(grid, (i) => nodes(i, 0), {column, row: 0, s, tau: 1}, draws, count, out);
    },
  };
}

/** The law of answers of one kind whose questions have this spread. */
export function lawOf(answer: Answer, spread: number): Law {
  return answer.kind === 'choice' ? choiceLaw(answer.options, spread) : openLaw(spread);
}
