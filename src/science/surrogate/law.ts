import {accuracyCurve} from '../answer/accuracy.ts';
import {choiceLatents, openLatents} from '../answer/model.ts';
import {NEVER, openMeans} from '../answer/openMeans.ts';
import {probabilityRows, S_COUNT, TAU_COUNT} from '../answer/probabilityRows.ts';
import {MOMENTS} from '../answer/softmaxMoments.ts';
import type {Answer, Benchmark} from '../benchmark.ts';
import type {AnswerModel} from '../latent.ts';
import {quickAccuracy} from './accuracy.ts';
import {CHOICE_ANCHORS, OPEN_ANCHORS, panelBasis} from './basis.ts';
import {type Cells, fillDeviations, lazyGrid} from './grid.ts';
import {fillMeans} from './means.ts';
import {makeNode} from './node.ts';
import {choicePanel, DRAWN, openPanel} from './panel.ts';
import {ABILITIES, CONFIDENCES, quickAbilityPlace, quickConfidencePlace} from './place.ts';

/** The law of the means over questions of one cell, whatever the number of questions. */
export interface Law {
  /**
   * Fills `out`, shape [5, DRAWN], for cell i: means, deviations in standard deviations, then standard deviations, slopes and
   * skewnesses of one question.
   */
  fill(cells: Cells, i: number, out: Float64Array): void;
  /** How performance becomes a latent, as in the item model. */
  answers(benchmark: Benchmark): AnswerModel;
}

/** Nodes stand at every second point of the table of means. */
const COARSE = 2;

function every(knots: Float64Array, step: number): Float64Array {
  return knots.filter((_, i) => i % step === 0);
}

/** The knot, of `count`, below a place in fractions of one. */
function below(place: number, count: number): number {
  return Math.min(Math.max(Math.floor(place), 0), count - 2);
}

function choiceLaw(options: number, spread: number, count: number): Law {
  const curve = accuracyCurve(options, spread);
  const accuracy = quickAccuracy(curve.at);
  const drawn: readonly string[] = DRAWN.slice(0, count);
  const wanted = MOMENTS.filter((name) => drawn.includes(name));
  const table = probabilityRows(options, spread, wanted);
  const panel = choicePanel(options, spread);
  const basis = panelBasis(panel, CHOICE_ANCHORS);
  const grid = lazyGrid(every(ABILITIES, COARSE), every(CONFIDENCES, COARSE), (s, tau) =>
    makeNode(panel, basis, {s, tau}, count),
  );
  const columns = S_COUNT / COARSE;
  const rows = TAU_COUNT / COARSE;
  return {
    answers: (benchmark) => choiceLatents(benchmark, curve),
    fill(cells, i, out) {
      const s = cells.s[i]!;
      const tau = cells.tau[i]!;
      const x = quickAbilityPlace(s);
      const y = quickConfidencePlace(tau);
      out[0] = accuracy(s / tau);
      fillMeans(table, x, y, count, out);
      fillDeviations(grid, below(x / COARSE, columns), below(y / COARSE, rows), cells, i, count, out);
    },
  };
}

/** Nodes of open answers stand every half logit. */
const OPEN_STEP = 0.5;

function openLaw(spread: number, count: number): Law {
  const {share, logProbability} = openMeans(spread, 1);
  const panel = openPanel(spread);
  const basis = panelBasis(panel, OPEN_ANCHORS);
  const abilities = Float64Array.from({length: 1 - (2 * NEVER) / OPEN_STEP}, (_, i) => NEVER + OPEN_STEP * i);
  const line = lazyGrid(abilities, Float64Array.of(1), (s) => makeNode(panel, basis, {s, tau: 1}, count));
  const grid = {abilities, confidences: Float64Array.of(1, 2), node: (column: number) => line.node(column, 0)};
  return {
    answers: (benchmark) => openLatents(benchmark, share),
    fill(cells, i, out) {
      const s = cells.s[i]!;
      out[0] = share(s);
      out[1] = out[0];
      out[2] = 0;
      out[3] = logProbability(s);
      out[4] = 0;
      fillDeviations(grid, below((s - NEVER) / OPEN_STEP, abilities.length), 0, cells, i, count, out);
    },
  };
}

/** The law of the first `count` statistics of answers of one kind whose questions have this spread. */
export function lawOf(answer: Answer, spread: number, count: number): Law {
  return answer.kind === 'choice' ? choiceLaw(answer.options, spread, count) : openLaw(spread, count);
}
