import type {Drawing, Language} from '../../report/figure.ts';
import {FIGURES} from '../../report/figures/registry.ts';
import type {Study} from '../../report/study.ts';
import {renderPng} from './png.ts';
import {renderSvg, withFonts} from './svg.ts';

/** Kinds of picture files. */
export type Format = 'vl.json' | 'svg' | 'png';

/** A file to be written below `figures/`. */
export interface PictureFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A drawing with its files and its picture for the page. */
export interface Picture {
  readonly drawing: Drawing;
  readonly files: readonly PictureFile[];
  /** SVG without fonts, its ids made unique for a page of many pictures. */
  readonly svg: string;
  readonly warnings: readonly string[];
}

/** Draws every figure that the experiment asks for, in its order. */
export async function drawAll(
  study: Study,
  language: Language,
  formats: readonly Format[],
): Promise<readonly Picture[]> {
  const figures = study.figures.flatMap((name) => FIGURES.filter((figure) => figure.name === name));
  const pictures: Picture[] = [];
  for (const figure of figures) {
    for (const drawing of figure.draw(study, language)) pictures.push(await draw(drawing, formats));
  }
  return pictures;
}

async function draw(drawing: Drawing, formats: readonly Format[]): Promise<Picture> {
  const {id, spec} = drawing;
  const {plain: svg, warnings} = await renderSvg(spec, id);
  const files: PictureFile[] = [];
  for (const format of formats) files.push({name: `${id}.${format}`, content: await contentOf(format, drawing, svg)});
  return {drawing, files, svg, warnings};
}

async function contentOf(format: Format, {spec}: Drawing, svg: string): Promise<string | Uint8Array> {
  if (format === 'vl.json') return `${JSON.stringify(spec, null, 1)}\n`;
  return format === 'svg' ? withFonts(svg) : renderPng(svg);
}
