import type {Benchmark} from '../benchmark.ts';
import {type CurveChoice, performanceOf, thresholdOf} from '../curve.ts';
import type {Words} from '../parameter.ts';
import type {World} from '../world.ts';

interface CurveWorld {
  readonly name: string;
  readonly label: Words;
  readonly about: Words;
  readonly paper: string;
  /** Names of the benchmark's curves to look for, the first found wins; `smooth` is always there. */
  readonly wants: readonly string[];
  /** Moves the threshold of the curve found, where it has one. */
  readonly eta?: number;
}

function choose(benchmark: Benchmark, wants: readonly string[]): CurveChoice {
  for (const name of wants) {
    const found = benchmark.curves[name];
    if (found) return found;
  }
  return benchmark.curves.smooth;
}

/** A world in which normalised performance is a function f(L) of pre-training loss alone. */
function curveWorld({wants, eta, ...rest}: CurveWorld): World {
  return {
    ...rest,
    illustrative: false,
    curve(benchmark) {
      const found = choose(benchmark, wants);
      return eta !== undefined && thresholdOf(found) !== null ? {...found, values: {...found.values, eta}} : found;
    },
    ability(model, curve) {
      const f = performanceOf(curve);
      return ({loss}) => model.latentAt(f(loss), loss);
    },
    truth(curve) {
      const onset = thresholdOf(curve);
      return {onset, width: onset === null ? null : 0};
    },
  };
}

const DU = 'Du et al. 2024, equation 3, arXiv:2403.15796';
const RIVAL = 'Schaeffer et al. 2023, arXiv:2304.15004; curves fitted by us to Du et al. 2024, Fig 1';

/** Performance stays at chance until the loss falls below a threshold, then rises along any smooth curve. */
export const threshold = curveWorld({
  name: 'threshold',
  label: {en: 'threshold', zh: '阈值'},
  about: {
    en: 'chance until the loss falls below a threshold (about 2.1 as calibrated to the digitised points), then a rise with a corner',
    zh: '损失降到阈值以下之前是随机水平（按数字化的点校准，阈值约 2.1），之后带拐角上升',
  },
  paper: DU,
  wants: ['threshold'],
});

/** The threshold world with eta moved to the value that the paper reads off its figure by eye. */
export const thresholdByEye = curveWorld({
  name: 'threshold-2.2',
  label: {en: 'threshold at 2.2', zh: '阈值 2.2'},
  about: {
    en: 'the threshold world with the threshold at 2.2, as the paper states by eye',
    zh: '阈值世界，阈值取论文目测的 2.2',
  },
  paper: DU,
  wants: ['threshold'],
  eta: 2.2,
});

/** Performance rises smoothly from the start: the closest smooth rival of the benchmark. */
export const smooth = curveWorld({
  name: 'smooth',
  label: {en: 'smooth', zh: '平滑'},
  about: {
    en: 'a smooth rise without any threshold: Gompertz for MMLU and C-Eval, logistic for the other tasks',
    zh: '没有任何阈值的平滑上升：MMLU 与 C-Eval 取 Gompertz 曲线，其余任务取 logistic 曲线',
  },
  paper: RIVAL,
  wants: ['smooth'],
});

/** Smooth world, logistic in the loss. */
export const smoothLogistic = curveWorld({
  name: 'smooth-logistic',
  label: {en: 'smooth (logistic)', zh: '平滑（logistic）'},
  about: {en: 'a logistic rise in the loss, no threshold', zh: '随损失按 logistic 曲线上升，没有阈值'},
  paper: RIVAL,
  wants: ['logistic'],
});

/** Smooth world, Gompertz in the loss. */
export const smoothGompertz = curveWorld({
  name: 'smooth-gompertz',
  label: {en: 'smooth (Gompertz)', zh: '平滑（Gompertz）'},
  about: {en: 'a Gompertz rise in the loss, no threshold', zh: '随损失按 Gompertz 曲线上升，没有阈值'},
  paper: RIVAL,
  wants: ['gompertz'],
});

/** Smooth world, exponential in the loss. */
export const smoothExponential = curveWorld({
  name: 'smooth-exponential',
  label: {en: 'smooth (exponential)', zh: '平滑（指数）'},
  about: {en: 'an exponential rise in the loss, no threshold', zh: '随损失按指数曲线上升，没有阈值'},
  paper: 'Gadre et al. 2024, arXiv:2403.08540; curves set by us to end where Du et al. 2024 end',
  wants: ['exponential'],
});
