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

/** Stands on the page where its fonts go once its characters are known. */
const FONTS_HERE = '/* fonts */';

/** A page with its code, its still pictures and the glyphs it uses; `page` writes it. */
export async function renderHtml(
  page: (options: PageOptions) => string,
  pictures: readonly Picture[],
  language: Language,
): Promise<string> {
  const stills = Object.fromEntries(pictures.map(({drawing, svg}) => [drawing.id, svg]));
  const [faces, bundles] = await Promise.all([loadFaces(), readBundles()]);
  const whole = page({language, stills, fonts: FONTS_HERE, bundles});
  // What follows the text is code.
  const text = whole.slice(0, whole.indexOf('</main>'));
  const fonts = await fontFaces(faces, text + ALWAYS);
  return whole.replace(`<style>${FONTS_HERE}`, () => `<style>${fonts}`);
}

/** The report page of a study. */
export function renderPage(study: Study, pictures: readonly Picture[], language: Language): Promise<string> {
  const drawings = pictures.map(({drawing}) => drawing);
  return renderHtml((options) => reportHtml(study, drawings, options), pictures, language);
}
