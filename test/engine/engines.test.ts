import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {build} from 'vite';
import {beforeAll, describe, expect, test} from 'vitest';
import {BROWSER, QUIET} from '../browser.ts';
import {ROOT} from '../house/sources.ts';
import {runNode} from '../runNode.ts';
import {goldenText} from './golden.ts';
import {KERNEL_BYTES} from './kernels.ts';

/** Other Node programs to try, by their paths, as continuous integration installs them. */
const NODES = (process.env.MIRAGE_LAB_NODES ?? '').split(':').filter((path) => path !== '');
const BYTES = Array.from(KERNEL_BYTES);

/** The engine and the golden study as one script for a page or another Node. */
async function bundled(): Promise<string> {
  const made = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {entry: join(ROOT, 'test', 'engine', 'golden.ts'), name: 'golden', formats: ['iife']},
    },
  });
  const [first] = [made].flat();
  if (!first || !('output' in first)) throw new Error('nothing was bundled');
  return first.output[0].code;
}

describe('the same study has the same bits', () => {
  let script = '';
  const here = goldenText(BYTES);

  beforeAll(async () => {
    script = await bundled();
  });

  test.skipIf(!BROWSER)('in a page of a real browser', async () => {
    const browser = await chromium.launch({executablePath: BROWSER!, args: QUIET});
    try {
      const page = await browser.newPage();
      await page.addScriptTag({content: script});
      const there = await page.evaluate((bytes) => {
        const {golden} = globalThis as unknown as {golden: {goldenText: typeof goldenText}};
        return golden.goldenText(bytes);
      }, BYTES);
      expect(there).toEqual(here);
      expect(there.vectors).toBe(true);
    } finally {
      await browser.close();
    }
  });

  test.skipIf(NODES.length === 0)('on other versions of Node', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mirage-lab-'));
    const file = join(folder, 'golden.cjs');
    const print = `process.stdout.write(JSON.stringify({version: process.version, ...golden.goldenText(${JSON.stringify(BYTES)})}));`;
    writeFileSync(file, `${script}\n${print}\n`);
    for (const node of NODES) {
      const {stdout, stderr} = runNode([file], {node});
      expect(stderr).toBe('');
      const {version, ...there} = JSON.parse(stdout) as {version: string} & typeof here;
      expect(version).not.toBe(process.version);
      expect(there).toEqual(here);
    }
  });
});
