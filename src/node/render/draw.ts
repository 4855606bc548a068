import type {Drawing, Language} from '../../report/figure.ts';
import {FIGURES} from '../../report/figures/registry.ts';
import type {Study} from '../../report/study.ts';
import {renderPng} from './png.ts';
import {type Rendered, renderSvg, withFonts} from './svg.ts';

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
export function drawAll(study: Study, language: Language, formats: readonly Format[]): Promise<readonly Picture[]> {
  const figures = study.figures.flatMap((name) => FIGURES.filter((figure) => figure.name === name));
  return drawEach(
    figures.flatMap((figure) => figure.draw(study, language)),
    formats,
  );
}

/** Renders drawings one after the other. */
export async function drawEach(drawings: readonly Drawing[], formats: readonly Format[]): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  let last: Promise<Picture> | null = null;
  for (const drawing of drawings) {
    const rendered = await renderSvg(drawing.spec, drawing.id);
    if (last) pictures.push(await last);
    // The PNG of one picture is made on another thread while the next is drawn.
    last = withFiles(drawing, rendered, formats);
    last.catch(() => {});
  }
  if (last) pictures.push(await last);
  return pictures;
}

async function withFiles(
  drawing: Drawing,
  {plain: svg, warnings}: Rendered,
  formats: readonly Format[],
): Promise<Picture> {
  const files = formats.map(async (format): Promise<PictureFile> => {
    return {name: `${drawing.id}.${format}`, content: await contentOf(format, drawing, svg)};
  });
  return {drawing, files: await Promise.all(files), svg, warnings};
}

async function contentOf(format: Format, {spec}: Drawing, svg: string): Promise<string | Uint8Array> {
  if (format === 'vl.json') return `${JSON.stringify(spec, null, 1)}\n`;
  return format === 'svg' ? withFonts(svg) : renderPng(svg);
}
