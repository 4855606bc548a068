import {describe, expect, it} from 'vitest';
import {braillePlot} from '../../src/report/braille.ts';
import {alignedRows, widthOf, wrap} from '../../src/report/displayWidth.ts';
import {type Paints, terminalEnding} from '../../src/report/terminal.ts';
import {sampleStudy} from './sampleStudy.ts';
import {isHostile, VARIANTS} from './variants.ts';

const plain = (text: string): string => text;
const PLAIN: Paints = {bold: plain, dim: plain, green: plain, red: plain, yellow: plain};

describe('the terminal ending', () => {
  it.each(Object.entries(VARIANTS))('is written in both languages for %s', (name, make) => {
    for (const language of ['en', 'zh'] as const) {
      const text = terminalEnding(make(), {language, width: 80, colour: PLAIN, report: 'outputs/x/report.html'});
      expect(text).toContain('outputs/x/report.html');
      if (!isHostile(name)) expect(text).not.toMatch(/\{\w+\}|undefined|NaN/);
    }
  });

  it.each(['en', 'zh'] as const)('fits 80 columns (%s)', (language) => {
    const text = terminalEnding(sampleStudy(), {language, width: 80, colour: PLAIN});
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(80);
  });

  it('fits 80 columns where shapes are undetermined and intervals have gaps, names above numbers', () => {
    const study = sampleStudy();
    const pieces = [
      [1.8, 2.0],
      [2.05, 2.4],
    ] as const;
    const curves = study.findings.curves.map((curve) => ({
      ...curve,
      shape: 'undetermined' as const,
      onset: {estimate: 2.071, low: 1.8, high: 2.4, pieces},
    }));
    const open = {...study, findings: {...study.findings, curves}};
    const text = terminalEnding(open, {language: 'en', width: 80, colour: PLAIN});
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(80);
    expect(text).toContain('    CorrectChoiceProb  undetermined\n      \u03b7 2.071');
  });

  it('says the verdict, the onset, the width and the truth of every benchmark', () => {
    const text = terminalEnding(sampleStudy(), {language: 'en', width: 100, colour: PLAIN});
    expect(text).toContain('MMLU  break kept');
    expect(text).toContain('\u03b7 2.105 [2.098, 2.113]  w 0.000 [0.000, 0.013]  sharp');
    expect(text).toContain('truth              \u03b7 2.107');
    expect(text).toContain('fitted onset 2.105');
  });

  it('draws a sharp curve with its onset, and an onset nowhere else', () => {
    const study = sampleStudy();
    const ending = (soft: (place: number) => boolean) => {
      const curves = study.findings.curves.map((curve, i) => (soft(i) ? {...curve, shape: 'soft' as const} : curve));
      const changed = {...study, findings: {...study.findings, curves}};
      return terminalEnding(changed, {language: 'en', width: 100, colour: PLAIN});
    };
    expect(ending(() => true)).not.toContain('fitted onset');
    expect(ending(() => true)).toContain('MMLU Accuracy against loss');
    const second = study.findings.curves[1]!;
    expect(ending((i) => i === 0)).toContain(`fitted onset ${second.onset!.estimate.toFixed(3)}`);
  });

  it('aligns the columns of Chinese metric names', () => {
    const text = terminalEnding(sampleStudy(), {language: 'zh', width: 80, colour: PLAIN});
    const places = text
      .split('\n')
      .filter((line) => /\u03b7 2\.1.*w 0/.test(line))
      .map((line) => widthOf(line.slice(0, line.indexOf('\u03b7'))));
    expect(places.length).toBeGreaterThanOrEqual(6);
    expect(new Set(places).size).toBe(1);
  });

  it('paints a kept break green', () => {
    const text = terminalEnding(sampleStudy(), {
      language: 'en',
      width: 80,
      colour: {...PLAIN, green: (part) => `<green>${part}</green>`},
    });
    expect(text).toContain('<green>break kept in 92');
  });
});

describe('a Braille plot', () => {
  it('sets the dots of the Unicode block', () => {
    const options = {columns: 1, rows: 1, rules: []};
    expect(braillePlot([[0, 1]], options)).toEqual(['\u2801']);
    expect(braillePlot([[0, 0]], options)).toEqual(['\u2840']);
    expect(
      braillePlot(
        [
          [1, 0],
          [1, 1],
        ],
        options,
      ),
    ).toEqual(['\u2888']);
  });

  it('draws a rule where no dot is in the way and drops points outside', () => {
    const options = {columns: 4, rows: 2, rules: [0.5]};
    expect(
      braillePlot(
        [
          [2, 0],
          [Number.NaN, 0],
        ],
        options,
      ),
    ).toEqual(['  \u2502 ', '  \u2502 ']);
    expect(braillePlot([[0.5, 1]], options)).toEqual(['  \u2801 ', '  \u2502 ']);
  });
});

describe('display width', () => {
  it('counts two columns for Chinese and none for combining marks', () => {
    expect(['abc', '\u51c6\u786e\u7387', '\uff0c', 'e\u0301', '\u03b7'].map(widthOf)).toEqual([3, 6, 2, 1, 1]);
  });

  it('aligns rows of mixed scripts', () => {
    const rows = alignedRows([
      ['\u51c6\u786e', 'x'],
      ['a', 'y'],
    ]);
    expect(rows).toEqual(['\u51c6\u786e  x', 'a     y']);
  });

  it('aligns more rows than a call takes arguments', () => {
    const rows = alignedRows([...Array.from({length: 200_000}, () => ['a', 'b']), ['long', 'b']]);
    expect(rows[0]).toBe('a     b');
  });

  it('wraps at spaces and between Chinese characters, losing nothing', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    const text = '\u635f\u5931\u4e0b\u964d\uff0c\u8d8a\u9ad8\u8d8a\u597d';
    const lines = wrap(text, 8);
    expect(lines.join('')).toBe(text);
    expect(lines.some((line) => line.startsWith('\uff0c'))).toBe(false);
  });
});
