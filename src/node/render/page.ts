import type {Language} from '../../report/figure.ts';
import type {PageOptions} from '../../report/page/shell.ts';
import {reportHtml} from '../../report/page.ts';
import type {Study} from '../../report/study.ts';
import {readBundles} from './bundles.ts';
import type {Picture} from './draw.ts';
import {fontFaces} from './fontFaces.ts';
import {loadFaces} from './fonts.ts';

/** Characters that the page may show beyond its own text: digits and signs of axes and tooltips. */
const ALWAYS =
  ' 0123456789.,:;%+-\u2212\u2013\u00b1()[]<>=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\u03b7\u7684';

/** A page with its code, its still pictures and the glyphs it uses; `page` writes it. */
export async function renderHtml(
  page: (options: PageOptions) => string,
  pictures: readonly Picture[],
  language: Language,
): Promise<string> {
  const stills = Object.fromEntries(pictures.map(({drawing, svg}) => [drawing.id, svg]));
  const [faces, bundles] = await Promise.all([loadFaces(), readBundles()]);
  const text = page({language, stills, fonts: '', bundles: []});
  const fonts = await fontFaces(faces, text + ALWAYS);
  return page({language, stills, fonts, bundles});
}

/** The report page of a study. */
export function renderPage(study: Study, pictures: readonly Picture[], language: Language): Promise<string> {
  const drawings = pictures.map(({drawing}) => drawing);
  return renderHtml((options) => reportHtml(study, drawings, options), pictures, language);
}
