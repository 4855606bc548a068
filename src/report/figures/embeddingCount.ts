import {type DepthPoint, depthPoints, fitDepths} from '../../inference/training/depths.ts';
import type {Figure, Language} from '../figure.ts';
import {decimal, percentText} from '../numbers.ts';
import {type Panel, panels} from '../spec.ts';
import {logDomain} from '../training/axes.ts';
import {seriesColour, seriesDots, seriesLines, seriesPanel} from '../training/series.ts';
import {studyCurves} from '../training/study.ts';
import {fill} from '../words/fill.ts';
import {MODEL_AXES, MODEL_FIGURES, MODEL_PANELS} from '../words/modelFigures.ts';
import {TRAINING_AXES} from '../words/trainingAxes.ts';
import {HEADINGS} from './headings.ts';

/** Depths of the legend of the paper; deeper models share the last one. */
const DEPTHS = ['0', '1', '2', '3', '6', '> 6'] as const;
/** Depths from here on are drawn without embeddings: a model without layers has no parameters there. */
const LEAST_LAYERS = 1;
const LOSSES = [2, 11] as const;

function depthText(layers: number): string {
  return layers > 6 ? DEPTHS[5] : String(layers);
}

function panel(points: readonly DepthPoint[], by: 'params' | 'size', language: Language): Panel {
  const drawn = points.filter(({layers}) => by === 'params' || layers >= LEAST_LAYERS);
  const sheet = {
    x: {
      title: by === 'params' ? MODEL_AXES.withEmbedding[language] : TRAINING_AXES.size[language],
      domain: logDomain(
        drawn.map((point) => point[by]),
        1.5,
      ),
      look: 'count',
    },
    y: {title: TRAINING_AXES.loss[language], domain: LOSSES, look: 'plain'},
    color: seriesColour(MODEL_AXES.layers[language], DEPTHS),
  } as const;
  const places = drawn.map((point) => ({
    x: point[by],
    y: point.loss,
    series: depthText(point.layers),
    line: String(point.layers),
  }));
  const fit = fitDepths(points, by);
  const subtitle = fit
    ? [
        fill(MODEL_PANELS.depthFit, language, {
          exponent: decimal(-fit.exponent),
          scatter: percentText(fit.scatter, 1),
        }),
      ]
    : [];
  return seriesPanel(
    MODEL_PANELS[by === 'params' ? 'withEmbedding' : 'withoutEmbedding'][language],
    subtitle,
    [seriesLines(places, sheet, {width: 1, opacity: 0.6}), seriesDots(places, sheet, {area: 34})],
    {width: 380, height: 290},
  );
}

/** Loss against parameters with and without embeddings, by depth (Kaplan et al. 2020, Fig 6). */
export const embeddingCount: Figure = {
  ...HEADINGS.embeddingCount,
  draw(study, language) {
    const points = depthPoints(studyCurves(study).all);
    if (points.length === 0) return [];
    const title = MODEL_FIGURES.embeddingCount[language];
    const cells = (['params', 'size'] as const).map((by) => panel(points, by, language));
    const caption = MODEL_FIGURES.embeddingCountCaption[language];
    return [{id: 'embedding-count', title, caption, spec: panels(title, cells.length, cells)}];
  },
};
