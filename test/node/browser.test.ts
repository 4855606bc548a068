import {copyFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {BROWSER, QUIET} from '../browser.ts';
import {runHere} from './process.ts';
import {folderWith, SMALL_STUDY} from './program.ts';

const SCREENS = [
  ['desktop', {viewport: {width: 1280, height: 900}}],
  ['phone', {viewport: {width: 390, height: 844}, isMobile: true, deviceScaleFactor: 2}],
] as const;

describe.skipIf(!BROWSER)('the report in a real browser', () => {
  let browser: Browser;
  const reports: Record<string, string> = {};

  beforeAll(async () => {
    const labelled = SMALL_STUDY.replace('mmlu, questions', 'mmlu, label: "<b onclick=alert(1)>MMLU</b>", questions');
    const folder = folderWith(labelled);
    const commands = {en: ['run', 'study.yaml', '--set', 'resamples=20'], zh: ['figures', 'outputs/small']};
    for (const [language, command] of Object.entries(commands)) {
      const {code, stderr} = await runHere([...command, '--lang', language, '--formats', 'svg'], folder);
      expect({code, stderr}).toEqual({code: 0, stderr: ''});
      const report = join(folder, `${language}.html`);
      copyFileSync(join(folder, 'outputs', 'small', 'report.html'), report);
      reports[language] = pathToFileURL(report).href;
    }
    browser = await chromium.launch({executablePath: BROWSER!, args: QUIET});
  });

  afterAll(() => browser?.close());

  async function open(language: string, screen: (typeof SCREENS)[number][1]): Promise<{page: Page; noise: string[]}> {
    const page = await (await browser.newContext({...screen, offline: true})).newPage();
    const noise: string[] = [];
    page.on('console', (message) => {
      if (message.type() !== 'log') noise.push(message.text());
    });
    page.on('pageerror', (error) => noise.push(String(error)));
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) noise.push(request.url());
    });
    await page.goto(reports[language]!);
    await page.waitForFunction(() => document.querySelectorAll('.vega-embed').length >= 3);
    return {page, noise};
  }

  test.each(SCREENS.flatMap(([name, screen]) => ['en', 'zh'].map((language) => [name, language, screen] as const)))(
    'fits a %s in %s, draws its figures and asks the network for nothing',
    async (_, language, screen) => {
      const {page, noise} = await open(language, screen);
      expect(noise).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.lang)).toMatch(language === 'zh' ? /^zh/ : /^en/);
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        globalThis.innerWidth,
      ]);
      expect(content).toBeLessThanOrEqual(screen.viewport.width);
      expect(window).toBe(screen.viewport.width);
      expect(await page.evaluate(() => document.querySelectorAll('b[onclick]').length)).toBe(0);
      expect(await page.evaluate(() => document.body.innerText)).toContain('<b onclick=alert(1)>MMLU</b>');
      await page.context().close();
    },
  );

  test('shows the run, the tokens, the loss and the value of a point under the pointer', async () => {
    const {page} = await open('en', SCREENS[0][1]);
    // The last point of the second panel stands alone at the end of training.
    const point = page.locator('.vega-embed').first().locator('.mark-symbol[class*=concat_1_layer] path').last();
    await point.scrollIntoViewIfNeeded();
    const {x, y, width, height} = (await point.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2, {steps: 3});
    const tip = page.locator('#vg-tooltip-element.visible');
    await tip.waitFor({timeout: 5000});
    const text = await tip.innerText();
    for (const word of ['run', 'tokens', 'loss']) expect(text.toLowerCase()).toContain(word);
    await page.context().close();
  });
});
