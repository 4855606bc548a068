import {loadFaces} from './fonts.ts';
import {pngBytes} from './pngBytes.ts';

/** Pixels per unit of the picture. */
const ZOOM = 2;

/** Letters that the Latin face joins to one glyph. */
const JOINED = /f(?=[ft])/g;

/** A zero-width non-joiner. */
const APART = '\u200c';

/** An SVG whose Chinese texts have no ligatures: the renderer finds no second face for a text with one, and draws boxes. */
function unjoined(svg: string): string {
  return svg.replace(/(<text[^>]*>)([^<]*)/g, (whole, tag: string, text: string) =>
    /\p{Script=Han}/u.test(text) ? tag + text.replace(JOINED, `f${APART}`) : whole,
  );
}

/** An SVG with something unseen in every group that is clipped: the renderer ends the process where all of one lies below the picture. */
function anchored(svg: string): string {
  return svg.replace(/<g [^>]*clip-path="[^>]*>/g, '$&<path d="M0,0h1v1h-1Z" fill="#fff" fill-opacity="0"/>');
}

/** Draws an SVG as PNG with our own font files only, twice its size or `width` pixels wide; the same SVG gives the same bytes. */
export async function renderPng(svg: string, width?: number): Promise<Uint8Array> {
  const [{renderAsync}, {regular, strong, chinese}] = await Promise.all([import('@resvg/resvg-js'), loadFaces()]);
  const image = await renderAsync(anchored(unjoined(svg)), {
    fitTo: width === undefined ? {mode: 'zoom', value: ZOOM} : {mode: 'width', value: width},
    // Nothing shines through: without it the pixels would be those times their opacity.
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      defaultFontFamily: regular.family,
      fontFiles: [regular.path, strong.path, chinese.path],
    },
  });
  return pngBytes(image);
}
