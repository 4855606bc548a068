import {readdirSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {WORLDS} from '../../src/science/worlds/registry.ts';
import {ROOT} from '../house/sources.ts';
import {runNode} from '../runNode.ts';

const files = readdirSync(`${ROOT}configs/worlds`);

test('the pages of the worlds are those that their script writes', () => {
  const {status, stderr} = runNode(['scripts/world-pages.mjs', '--check']);
  expect({status, stderr}).toEqual({status: 0, stderr: ''});
});

test('every world of the registry is on a page, and every page has its config', () => {
  const pages = files.filter((name) => name.endsWith('.md') && name !== 'README.md');
  const texts = pages.map((name) => readFileSync(`${ROOT}configs/worlds/${name}`, 'utf8'));
  for (const {about} of WORLDS) expect(texts.some((text) => text.includes(about.zh))).toBe(true);
  expect(pages.filter((name) => !files.includes(name.replace('.md', '.yaml')))).toEqual([]);
});
