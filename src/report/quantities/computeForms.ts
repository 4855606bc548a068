import type {Key, QuantityForm} from '../../science/quantity.ts';

const word = (about: string, choices: readonly string[]): Key => ({kind: 'word', about, choices});

const RATIO: Key = {kind: 'number', about: 'size over the best size'};

const COMPUTE = word('the least compute of any batch, or that of the batch of the runs', ['least', 'used']);

/** What is fitted to training runs of many sizes, without the fitting: what a config and the lists need to know. */
export const COMPUTE_FORMS = {
  trainingConstant: {
    name: 'trainingConstant',
    about: {
      en: 'constant of a law of Kaplan et al. 2020 fitted to the simulated runs',
      zh: '对模拟训练拟合的 Kaplan 等 2020 定律的常数',
    },
    unit: 'none',
    of: {
      law: word('L(N), L(D) or L(N, D) at the end of training, or L(N, Smin) along it', ['N', 'D', 'ND', 'NS']),
      constant: word('a constant of that law, or a ratio of two', [
        'Nc',
        'aN',
        'Dc',
        'aD',
        'Sc',
        'aS',
        'aN/aD',
        'aN/aS',
      ]),
    },
  },
  lossFrontier: {
    name: 'lossFrontier',
    about: {
      en: 'constant of L(C) = (Cc/C)^aC fitted to the lowest loss at each amount of compute; Cc in PF-days',
      zh: '对每一计算量下最低损失拟合的 L(C) = (Cc/C)^aC 的常数；Cc 以 PF-day 计',
    },
    unit: 'none',
    of: {compute: COMPUTE, constant: word('a constant', ['Cc', 'aC'])},
  },
  computeSpending: {
    name: 'computeSpending',
    about: {
      en: 'what grows as scale C^exponent where compute is spent best, C in PF-days',
      zh: '计算量最优时按 scale C^exponent 增长的量，C 以 PF-day 计',
    },
    unit: 'none',
    of: {
      part: word(
        'what compute is spent on; data: the tokens of training, at the critical batch with the least compute',
        ['size', 'batch', 'steps', 'data'],
      ),
      compute: COMPUTE,
      constant: word('a constant', ['scale', 'exponent']),
    },
  },
  sizeCost: {
    name: 'sizeCost',
    about: {
      en: 'compute or steps that a size beside the best one needs, over those of the best one',
      zh: '偏离最优的规模所需的计算量或步数与最优规模所需之比',
    },
    unit: 'none',
    of: {
      ratio: RATIO,
      part: word('what is compared', ['compute', 'steps']),
    },
  },
  trainingRule: {
    name: 'trainingRule',
    about: {
      en: 'rule that follows from laws fitted to the simulated runs',
      zh: '由对模拟训练拟合的定律得出的规则',
    },
    unit: 'none',
    of: {
      rule: word(
        'loss at twice the size over the loss; data that 8 times the size needs; size, steps and compute of the best stop over those of a stop 2 % above the converged loss',
        [
          'loss-at-twice-the-size',
          'data-at-8-times-the-size',
          'size-of-the-best-stop',
          'steps-of-the-best-stop',
          'compute-of-the-best-stop',
        ],
      ),
    },
  },
  contradictionPoint: {
    name: 'contradictionPoint',
    about: {
      en: 'where the frontier of compute meets the least loss that its data allow; compute (PF-days), size and data as powers of ten',
      zh: '计算量前沿与其数据所允许的最低损失的交点；计算量（PF-day）、规模与数据量以 10 的幂次表示',
    },
    unit: 'none',
    of: {part: word('what is read there', ['compute', 'size', 'data', 'loss'])},
  },
} as const satisfies Readonly<Record<string, QuantityForm>>;
