import {POSITION_MODELS} from '../kaplan/tokens.ts';
import type {ReferenceList} from '../reference.ts';

const SOURCE = 'Kaplan et al. 2020, Fig 20, arXiv:2001.08361';

/** Half of the last digit that the legend prints. */
const TOLERANCES = {a: 0.05, b: 0.05, p: 0.005} as const;

/** The six fits of the loss by position (Kaplan et al. 2020, Fig 20, legend). */
export const kaplan2020Positions: ReferenceList = {
  name: 'kaplan2020-positions',
  about: {en: 'fits of the loss by position in the context of six models', zh: '六个模型的损失随上下文位置变化的拟合'},
  source: SOURCE,
  references: POSITION_MODELS.flatMap(({name, law}) =>
    (['a', 'b', 'p'] as const).map((constant) => ({
      id: `position-${name}-${constant}`,
      source: SOURCE,
      quantity: 'positionConstant',
      of: {model: name, constant},
      paper: law[constant],
      tolerance: TOLERANCES[constant],
      note: {
        en: 'The losses of the simulated runs follow L(N, S) of table 3 and lie up to 0.13 above the means of the printed fits; a, and through interpolation b and p, go with them',
        zh: '模拟训练的损失服从表 3 的 L(N, S)，比原文拟合的均值最多高 0.13；a 以及经插值得到的 b 和 p 随之变化',
      },
    })),
  ),
};
