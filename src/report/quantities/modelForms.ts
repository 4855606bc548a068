import {POSITION_MODELS} from '../../science/kaplan/tokens.ts';
import {DISTRIBUTIONS} from '../../science/kaplan/transfer.ts';
import type {Key, QuantityForm} from '../../science/quantity.ts';

const word = (about: string, choices: readonly string[]): Key => ({kind: 'word', about, choices});
const number = (about: string): Key => ({kind: 'number', about});

/** What is read of training runs about shape, data, transfer, batch, positions and schedules, without the reading. */
export const MODEL_FORMS = {
  shapeIncrease: {
    name: 'shapeIncrease',
    about: {
      en: 'share by which the loss of a shape is higher than that of the best one of its series',
      zh: '某一形状的损失高于同系列最优形状的比例',
    },
    unit: 'fraction',
    of: {
      ratio: word('the ratio that varies', ['feedForward', 'aspect', 'head']),
      series: word('parameters, or d_model', ['50M', '274M', '1.5B', '256', '512', '1024']),
      value: number('the ratio; the nearest model is read'),
    },
  },
  depthExponent: {
    name: 'depthExponent',
    about: {
      en: 'exponent of one power law of the loss on parameters through models of all depths from two layers on',
      zh: '2 层以上各种深度的模型的损失对参数量的单一幂律的指数',
    },
    unit: 'none',
    of: {embeddings: word('whether parameters are counted with their embeddings', ['with', 'without'])},
  },
  transferOffset: {
    name: 'transferOffset',
    about: {
      en: 'loss of the largest model on other text, less its loss on the training text',
      zh: '最大模型在其他文本上的损失减去在训练文本上的损失',
    },
    unit: 'nats',
    of: {
      text: word(
        'the other text',
        DISTRIBUTIONS.map(({name}) => name),
      ),
    },
  },
  ruleOverfit: {
    name: 'ruleOverfit',
    about: {
      en: 'overfitting L(N, D)/L(N, infinity) - 1 on D = 5e3 N^0.74 tokens, by the fitted L(N, D)',
      zh: '按拟合的 L(N, D)，在 D = 5e3 N^0.74 个 token 上的过拟合 L(N, D)/L(N, ∞) - 1',
    },
    unit: 'fraction',
    of: {params: number('N, parameters without embeddings')},
  },
  criticalBatch: {
    name: 'criticalBatch',
    about: {
      en: 'critical batch at a loss, by the power law fitted to batch scans',
      zh: '某一损失处的临界批量，按对批量扫描拟合的幂律',
    },
    unit: 'tokens',
    of: {loss: number('nats per token')},
  },
  criticalBatchExponent: {
    name: 'criticalBatchExponent',
    about: {
      en: '1/aB: the critical batch falls as loss^(-1/aB), fitted to batch scans',
      zh: '1/aB：临界批量按损失的 -1/aB 次幂下降，拟合自批量扫描',
    },
    unit: 'none',
    of: {},
  },
  stoppedLoss: {
    name: 'stoppedLoss',
    about: {
      en: 'least test loss along a run that repeats its data',
      zh: '重复数据的训练过程中最小的测试损失',
    },
    unit: 'nats',
    of: {run: {kind: 'run', about: 'a training run of the study'}},
  },
  positionConstant: {
    name: 'positionConstant',
    about: {
      en: 'constant of a + b T^-p fitted to the losses of a model at the positions T of its context',
      zh: '对模型在上下文各位置 T 的损失拟合的 a + b T^-p 的常数',
    },
    unit: 'none',
    of: {
      model: word(
        'one of the six models of the paper; the run of its size is read',
        POSITION_MODELS.map(({name}) => name),
      ),
      constant: word('a constant', ['a', 'b', 'p']),
    },
  },
  scheduleLevel: {
    name: 'scheduleLevel',
    about: {
      en: 'losses of the learning-rate schedules that sum to at least 100: their mean, or how far they lie apart',
      zh: '学习率总和不小于 100 的各调度的损失：均值，或其跨度',
    },
    unit: 'nats',
    of: {part: word('what is read', ['mean', 'range'])},
  },
} as const satisfies Readonly<Record<string, QuantityForm>>;
