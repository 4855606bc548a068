import {loadFaces} from './fonts.ts';

/** Pixels per unit of the picture. */
const ZOOM = 2;

/** Draws an SVG as PNG with our own font files only, twice its size or `width` pixels wide; the same SVG gives the same bytes. */
export async function renderPng(svg: string, width?: number): Promise<Uint8Array> {
  const [{renderAsync}, {regular, strong, chinese}] = await Promise.all([import('@resvg/resvg-js'), loadFaces()]);
  const image = await renderAsync(svg, {
    fitTo: width === undefined ? {mode: 'zoom', value: ZOOM} : {mode: 'width', value: width},
    font: {
      loadSystemFonts: false,
      defaultFontFamily: regular.family,
      fontFiles: [regular.path, strong.path, chinese.path],
    },
  });
  return image.asPng();
}
