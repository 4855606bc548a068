import {expect, test} from 'vitest';
import {renderSvg} from '../../src/node/render/svg.ts';
import type {Language} from '../../src/report/figure.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {type SampleOptions, sampleStudy} from '../report/sampleStudy.ts';

/** Coordinates to three decimals: engines differ in the last digit of a sine. */
function rounded(svg: string): string {
  return svg.replace(/-?\d+\.\d{4,}/g, (digits) => String(Number(Number(digits).toFixed(3)))).replace(/></g, '>\n<');
}

const ONE_CURVE = {worlds: ['threshold'], benchmarks: ['mmlu'], metrics: ['accuracy']};

const PICTURES: ReadonlyArray<readonly [string, Language, SampleOptions]> = [
  ['matrix', 'en', {benchmarks: ['mmlu'], metrics: ['accuracy', 'correctChoiceProb']}],
  ['transition-width', 'en', {}],
  ['verdict-table', 'zh', {}],
  ['zip', 'en', ONE_CURVE],
  ['residuals', 'en', ONE_CURVE],
  ['forecast', 'zh', ONE_CURVE],
  ['line-null', 'en', {benchmarks: ['mmlu']}],
];

test.each(PICTURES)('the picture of %s in %s is the reviewed one', async (name, language, options) => {
  const figure = FIGURES.find((entry) => entry.name === name)!;
  const [drawing] = figure.draw(sampleStudy(options), language);
  const {plain} = await renderSvg(drawing!.spec);
  await expect(rounded(plain)).toMatchFileSnapshot(`golden/${name}-${language}.svg`);
});
