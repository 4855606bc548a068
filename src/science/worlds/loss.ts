import type {World} from '../world.ts';
import {ownWorld} from './world.ts';

const DU = 'Du et al. 2024, equation 3, arXiv:2403.15796';
const RIVAL = 'Schaeffer et al. 2023, arXiv:2304.15004; curves fitted by us to Du et al. 2024, Fig 1';
const KEPT = {
  en: 'The break is in the ability: no metric removes it, continuous or not.',
  zh: '拐点在能力本身：无论指标连续与否，换指标都不会去掉它。',
} as const;
const NOTHING = {
  en: 'There is no break to remove: the curve bends, and every metric bends with it.',
  zh: '本来就没有拐点：曲线只是弯曲，每个指标都随之弯曲。',
} as const;

/** Worlds in which normalised performance is a function f(L) of pre-training loss alone, with the curve that each benchmark brings. */
export const LOSS_WORLDS: readonly World[] = [
  ownWorld('threshold', {
    name: 'threshold',
    label: {en: 'threshold', zh: '阈值'},
    about: {
      en: 'chance until the loss falls below a threshold (about 2.1 as calibrated to the digitised points), then a rise with a corner',
      zh: '损失降到阈值以下之前是随机水平（按数字化的点校准，阈值约 2.1），之后带拐角上升',
    },
    moved: {
      en: 'chance until the loss falls below a threshold ({eta}), then a rise with a corner',
      zh: '损失降到阈值（{eta}）以下之前是随机水平，之后带拐角上升',
    },
    lesson: KEPT,
    paper: DU,
    illustrative: false,
  }),
  ownWorld(
    'threshold',
    {
      name: 'threshold-2.2',
      label: {en: 'threshold at 2.2', zh: '阈值 2.2'},
      about: {
        en: 'the threshold world with the threshold at 2.2, as the paper states by eye',
        zh: '阈值世界，阈值取论文目测的 2.2',
      },
      moved: {
        en: 'the threshold world with the threshold at {eta}',
        zh: '阈值世界（阈值：{eta}）',
      },
      lesson: KEPT,
      paper: DU,
      illustrative: false,
    },
    2.2,
  ),
  ownWorld('smooth', {
    name: 'smooth',
    label: {en: 'smooth', zh: '平滑'},
    about: {
      en: 'a smooth rise without any threshold: Gompertz for MMLU and C-Eval, logistic for the other tasks',
      zh: '没有任何阈值的平滑上升：MMLU 与 C-Eval 取 Gompertz 曲线，其余任务取 logistic 曲线',
    },
    lesson: NOTHING,
    paper: RIVAL,
    illustrative: false,
  }),
  ownWorld('logistic', {
    name: 'smooth-logistic',
    label: {en: 'smooth (logistic)', zh: '平滑（logistic）'},
    about: {en: 'a logistic rise in the loss, no threshold', zh: '随损失按 logistic 曲线上升，没有阈值'},
    lesson: NOTHING,
    paper: RIVAL,
    illustrative: false,
  }),
  ownWorld('gompertz', {
    name: 'smooth-gompertz',
    label: {en: 'smooth (Gompertz)', zh: '平滑（Gompertz）'},
    about: {en: 'a Gompertz rise in the loss, no threshold', zh: '随损失按 Gompertz 曲线上升，没有阈值'},
    lesson: NOTHING,
    paper: RIVAL,
    illustrative: false,
  }),
  ownWorld('exponential', {
    name: 'smooth-exponential',
    label: {en: 'smooth (exponential)', zh: '平滑（指数）'},
    about: {en: 'an exponential rise in the loss, no threshold', zh: '随损失按指数曲线上升，没有阈值'},
    lesson: NOTHING,
    paper: 'Gadre et al. 2024, arXiv:2403.08540; curves set by us to end where Du et al. 2024 end',
    illustrative: false,
  }),
];
