import type {Drawing, Language} from '../../figure.ts';
import type {LawStudy} from '../study.ts';
import {contoursDrawing} from './contours.ts';
import {pairDrawing, profileDrawing} from './identification.ts';
import {computeDrawing, curveDrawing} from './lines.ts';
import {residualsDrawing} from './residuals.ts';

const DRAWINGS = [contoursDrawing, computeDrawing, curveDrawing, residualsDrawing, profileDrawing, pairDrawing];

/** Every figure that makes sense of a fitted law, in the order of the report. */
export function lawDrawings(study: LawStudy, language: Language): readonly Drawing[] {
  return DRAWINGS.flatMap((draw) => draw(study, language) ?? []);
}
