import type {Words} from '../../science/parameter.ts';
import type {Language} from '../figure.ts';

/** Names of weights, shapes of the fit and candidate curves, by the code the inference sets. */
export const estimatorWords: Readonly<Record<string, Words>> = {
  'standard-errors': {en: 'standard errors', zh: '标准误'},
  estimated: {en: 'estimated', zh: '由数据估计'},
  equal: {en: 'equal', zh: '等权'},
  none: {en: 'nothing', zh: '无'},
  flat: {en: 'flat', zh: '平坦'},
  sloped: {en: 'sloped', zh: '倾斜'},
  curved: {en: 'curved', zh: '弯曲'},
  spline: {en: 'spline', zh: '样条'},
  'fine-spline': {en: 'spline with four knots', zh: '四节点样条'},
  line: {en: 'line', zh: '直线'},
  linear: {en: 'line', zh: '直线'},
  quadratic: {en: 'quadratic', zh: '二次'},
  cubic: {en: 'cubic', zh: '三次'},
  exponential: {en: 'exponential', zh: '指数'},
  logistic: {en: 'logistic', zh: 'logistic'},
  gompertz: {en: 'Gompertz', zh: 'Gompertz'},
  power: {en: 'power', zh: '幂函数'},
  hinge: {en: 'hinge (w = 0)', zh: '铰链（w = 0）'},
  'bent hinge': {en: 'bent hinge', zh: '弯折铰链'},
};

/** The name of a code in one language; a code without words is printed as it is. */
export function estimatorText(code: string, language: Language): string {
  return estimatorWords[code]?.[language] ?? code;
}
