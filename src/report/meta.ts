import type {Language} from './figure.ts';
import {isTraining} from './lookup.ts';
import {countText} from './numbers.ts';
import type {Study} from './study.ts';
import {fill} from './words/fill.ts';
import {PAGE_WORDS} from './words/page.ts';
import {TRAINING_WORDS} from './words/training.ts';

/** Size, seed and result of a study in one line, without choice evaluations where nothing is answered; of a table its rows and curves. */
export function metaText(study: Study, language: Language): string {
  const {manifest, table, findings} = study;
  const {seed, resultHash: hash, counts} = manifest;
  if (table) {
    const {used, rows} = table;
    return fill(PAGE_WORDS.metaTable, language, {used, rows, curves: findings.curves.length, hash});
  }
  return fill(isTraining(study) ? TRAINING_WORDS.meta : PAGE_WORDS.meta, language, {
    seed,
    replicates: counts.replicates ?? 0,
    checkpoints: counts.checkpoints ?? 0,
    evaluations: countText(counts.choiceEvaluations ?? 0),
    hash,
  });
}
