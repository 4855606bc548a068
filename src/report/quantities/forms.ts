import type {Key, QuantityForm} from '../../science/quantity.ts';
import {COMPUTE_FORMS} from './computeForms.ts';
import {MODEL_FORMS} from './modelForms.ts';

const WORLD: Key = {kind: 'world', about: 'a world of the study; its first one if not given', optional: true};
const BENCHMARK: Key = {kind: 'benchmark', about: 'a benchmark of the study'};
const METRIC: Key = {kind: 'metric', about: 'a metric of that benchmark'};
const RUN: Key = {kind: 'run', about: 'a training run of the study'};

/** Keys of what is measured on one curve. */
const CURVE = {benchmark: BENCHMARK, metric: METRIC, world: WORLD} as const;

const LOSS = (end: string): Key => ({kind: 'number', about: `${end} end of the bin of loss, nats per token`});

/** What can be measured on a study, without the measuring: what a config and the lists need to know. */
export const FORMS = {
  medianScore: {
    name: 'medianScore',
    about: {
      en: 'median score of the checkpoints in a bin of loss',
      zh: '损失区间内各检查点得分的中位数',
    },
    unit: 'fraction',
    of: {...CURVE, low: LOSS('lower'), high: LOSS('upper')},
  },
  spearman: {
    name: 'spearman',
    about: {en: 'rank correlation of score and loss over all checkpoints', zh: '全部检查点上得分与损失的秩相关'},
    unit: 'none',
    of: CURVE,
  },
  pearson: {
    name: 'pearson',
    about: {en: 'linear correlation of score and loss over all checkpoints', zh: '全部检查点上得分与损失的线性相关'},
    unit: 'none',
    of: CURVE,
  },
  finalLoss: {
    name: 'finalLoss',
    about: {en: 'loss at the last checkpoint of a run', zh: '训练运行最后一个检查点的损失'},
    unit: 'nats',
    of: {run: RUN},
  },
  ...COMPUTE_FORMS,
  ...MODEL_FORMS,
} as const satisfies Readonly<Record<string, QuantityForm>>;
