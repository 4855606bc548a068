import type {Heading} from '../figure.ts';
import {MODEL_FIGURES} from '../words/modelFigures.ts';

/** A figure of Kaplan et al. 2020 that is drawn from training runs. */
function kaplan(name: string, word: keyof typeof MODEL_FIGURES, place: string): Heading {
  const paper = `Kaplan et al. 2020, ${place}, arXiv:2001.08361`;
  return {name, label: MODEL_FIGURES[word], paper, onRequest: true, reads: 'losses'};
}

/** What the figures about shape, data, transfer, batch, positions and schedules are called and follow. */
export const MODEL_HEADINGS = {
  shapePenalty: kaplan('shape-penalty', 'shapePenalty', 'Fig 5'),
  embeddingCount: kaplan('embedding-count', 'embeddingCount', 'Fig 6'),
  transfer: kaplan('transfer', 'transfer', 'Fig 8'),
  overfitting: kaplan('overfitting', 'overfitting', 'Fig 9'),
  criticalBatch: kaplan('critical-batch', 'criticalBatch', 'Figs 10 and 18'),
  earlyStopping: kaplan('early-stopping', 'earlyStopping', 'Fig 16'),
  tokenPosition: kaplan('token-position', 'tokenPosition', 'Figs 20 and 21'),
  schedules: kaplan('schedules', 'schedules', 'Fig 22'),
} as const satisfies Readonly<Record<string, Heading>>;
