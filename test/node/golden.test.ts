import {expect, test} from 'vitest';
import {renderSvg} from '../../src/node/render/svg.ts';
import type {Language} from '../../src/report/figure.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {sampleStudy} from '../report/sampleStudy.ts';

/** Coordinates to three decimals: engines differ in the last digit of a sine. */
function rounded(svg: string): string {
  return svg.replace(/-?\d+\.\d{4,}/g, (digits) => String(Number(Number(digits).toFixed(3)))).replace(/></g, '>\n<');
}

const PICTURES: ReadonlyArray<readonly [string, Language]> = [
  ['transition-width', 'en'],
  ['verdict-table', 'zh'],
];

test.each(PICTURES)('the picture of %s in %s is the reviewed one', async (name, language) => {
  const figure = FIGURES.find((entry) => entry.name === name)!;
  const [drawing] = figure.draw(sampleStudy(), language);
  const {plain} = await renderSvg(drawing!.spec);
  await expect(rounded(plain)).toMatchFileSnapshot(`golden/${name}-${language}.svg`);
});
