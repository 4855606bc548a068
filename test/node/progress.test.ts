import {describe, expect, test} from 'vitest';
import type {Effects} from '../../src/node/effects.ts';
import {clock, progress, working} from '../../src/node/terminal/progress.ts';
import {duration, large} from '../../src/node/terminal/quantities.ts';
import {alignedRows, widthOf} from '../../src/report/displayWidth.ts';

function terminal(isTTY: boolean, env: Record<string, string> = {}) {
  const state = {text: '', time: 0};
  const write = (text: string) => {
    state.text += text;
  };
  const stream = {write, isTTY, columns: 80};
  const effects: Effects = {
    stdout: stream,
    stderr: stream,
    env,
    cwd: '/',
    signal: new AbortController().signal,
    now: () => state.time,
    memory: () => 0,
    disk: async () => 0,
  };
  return {state, effects};
}

test('what is being done stands on a terminal while it is done, and nowhere else', () => {
  const [on, off] = [terminal(true), terminal(false)];
  const ends = [on, off].map(({effects}) => working(effects, 'write tables'));
  expect(on.state.text.endsWith('write tables')).toBe(true);
  for (const end of ends) end();
  expect(on.state.text.endsWith('\r\u001b[K')).toBe(true);
  expect(off.state.text).toBe('');
});

describe('the progress bar', () => {
  test('says nothing off a terminal', () => {
    const {state, effects} = terminal(false);
    const bar = progress(effects, 'simulate');
    bar.update(1, 2);
    bar.end();
    expect(state.text).toBe('');
  });

  test('shows the share done and the time left, and cleans up behind itself', () => {
    const {state, effects} = terminal(true, {NO_COLOR: '1'});
    const bar = progress(effects, 'simulate');
    state.time = 30_000;
    bar.update(1, 4);
    expect(state.text).toMatch(/simulate █{10}░{30} {2}25 % {2}1:30 left$/);
    bar.end();
    expect(state.text.endsWith('\r\u001b[K')).toBe(true);
    expect(state.text.split('\u001b[').every((part, i) => i === 0 || part.startsWith('K'))).toBe(true);
  });

  test('is coloured where colours are not refused', () => {
    const {state, effects} = terminal(true);
    progress(effects, 'simulate').update(1, 2);
    expect(state.text).toContain('\u001b[36m');
  });

  test('draws at most ten times a second', () => {
    const {state, effects} = terminal(true);
    const bar = progress(effects, 'a');
    for (let i = 0; i < 100; i++) {
      state.time = i * 10;
      bar.update(i, 100);
    }
    expect(state.text.split('\r').length - 1).toBe(10);
  });
});

test('a Chinese character takes two columns of a table', () => {
  expect(widthOf('损失 L')).toBe(6);
  expect(
    alignedRows([
      ['损失', '1'],
      ['a', '2'],
    ]),
  ).toEqual(['损失  1', 'a     2']);
});

test('quantities are short', () => {
  expect([large(47400), large(2.9175e9), duration(0.4), duration(125), duration(12_000), clock(3723)]).toEqual([
    '47,400',
    '2.918e9',
    '0.4 s',
    '2 min 5 s',
    '3 h 20 min',
    '1:02:03',
  ]);
});
