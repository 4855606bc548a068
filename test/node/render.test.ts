import {create} from 'fontkit';
import {describe, expect, it} from 'vitest';
import {drawAll} from '../../src/node/render/draw.ts';
import {faceOf, loadFaces} from '../../src/node/render/fonts.ts';
import {renderPage} from '../../src/node/render/page.ts';
import {renderPng} from '../../src/node/render/png.ts';
import {renderSvg, withFonts} from '../../src/node/render/svg.ts';
import {textWidth} from '../../src/node/render/textWidth.ts';
import {FIGURES} from '../../src/report/figures/registry.ts';
import {reportHtml} from '../../src/report/page.ts';
import {sampleStudy} from '../report/sampleStudy.ts';

const ladder = (language: 'en' | 'zh') =>
  FIGURES.find(({name}) => name === 'transition-width')!.draw(sampleStudy(), language)[0]!.spec;

const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);

const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes.slice(0, 8)).toString('latin1') === '\x89PNG\r\n\x1a\n';

describe('drawing', () => {
  it('gives every figure in every format without a warning', async () => {
    const pictures = await drawAll(sampleStudy(), 'zh', ['vl.json', 'svg', 'png']);
    expect(pictures.map(({drawing}) => drawing.id)).toEqual([
      'metric-panels-threshold',
      'metric-panels-smooth',
      'performance-vs-loss-threshold',
      'performance-vs-loss-smooth',
      'matrix-mmlu',
      'matrix-c-eval',
      'transition-width',
      'verdict-table',
      'profile',
      'residuals-threshold',
      'residuals-smooth',
      'zip-threshold',
      'collapse-threshold',
      'collapse-smooth',
      'forecast-threshold',
      'forecast-smooth',
      'scale-curves',
      'line-null',
      'correlation-table-threshold',
      'correlation-table-smooth',
      'performance-vs-compute-threshold',
      'performance-vs-compute-smooth',
    ]);
    for (const {drawing, files, warnings} of pictures) {
      expect({id: drawing.id, warnings}).toEqual({id: drawing.id, warnings: []});
      const [json, svg, png] = files;
      expect(JSON.parse(json!.content as string)).toEqual(drawing.spec);
      expect(svg!.name).toBe(`${drawing.id}.svg`);
      expect(svg!.content).toContain('@font-face');
      expect(isPng(png!.content as Uint8Array)).toBe(true);
    }
  });

  it('gives the same bytes twice, SVG and PNG', async () => {
    const [first, second] = [await renderSvg(ladder('zh')), await renderSvg(ladder('zh'))];
    expect(second.plain).toBe(first.plain);
    expect(await withFonts(second.plain)).toBe(await withFonts(first.plain));
    expect(Buffer.compare(await renderPng(first.plain), await renderPng(second.plain))).toBe(0);
  });

  it('draws Chinese beside letters that the Latin face joins as beside any others', async () => {
    // As wide as the Chinese characters alone.
    const start = (text: string): Promise<Uint8Array> =>
      renderPng(
        `<svg xmlns="http://www.w3.org/2000/svg" width="38" height="30"><text x="2" y="22" font-size="18">${text}</text></svg>`,
      );
    const [joined, left, apart, boxes] = await Promise.all(
      ['规模 C_eff', '规模 left', '规模 C_exx', '\u{f0000}\u{f0000} C_exx'].map(start),
    );
    expect(Buffer.compare(joined!, apart!)).toBe(0);
    expect(Buffer.compare(left!, apart!)).toBe(0);
    expect(Buffer.compare(boxes!, apart!)).not.toBe(0);
  });

  it('draws a picture of which a clipped part lies wholly below it, as if that part were not there', async () => {
    const clip = '<clipPath id="a"><rect width="9" height="9"/></clipPath>';
    const picture = (line: string): Promise<Uint8Array> =>
      renderPng(
        `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">${clip}<g clip-path="url(#a)">${line}</g></svg>`,
      );
    const [below, none] = await Promise.all([picture('<path d="M65,95L60,400" stroke="#000"/>'), picture('')]);
    expect(Buffer.compare(below, none)).toBe(0);
  });

  it('keeps at most three decimals in the tags of an SVG', async () => {
    const {plain} = await renderSvg(ladder('en'));
    expect(plain.match(/<[^>]*\d\.\d{4,}[^>]*>/g)).toBeNull();
  });

  it('describes no single data point in aria labels', async () => {
    expect((await renderSvg(ladder('en'))).plain).not.toMatch(/aria-label="(?!Title|Subtitle)/);
  });

  it('keeps ids apart by their prefix', async () => {
    const {spec} = FIGURES[0]!.draw(sampleStudy(), 'en')[0]!;
    const ids = async (prefix: string): Promise<string[]> =>
      [...(await renderSvg(spec, prefix)).plain.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id!);
    const [a, b] = [await ids('a'), await ids('b')];
    expect(a.length).toBeGreaterThan(0);
    expect(a.filter((id) => b.includes(id))).toEqual([]);
  });

  it('warns about a spec that is not sound', async () => {
    const {warnings} = await renderSvg({
      data: {values: [{a: 1}]},
      mark: 'bar',
      encoding: {x: {field: 'a', type: 'quantitative', scale: {type: 'band'}}, shape: {field: 'a'}},
    });
    expect(warnings.length).toBeGreaterThan(0);
  });
});

describe('fonts', () => {
  it('hold a glyph for every character that the Chinese figures print', async () => {
    const faces = await loadFaces();
    for (const {drawing, svg} of await drawAll(sampleStudy(), 'zh', [])) {
      const missing = [...new Set(textsOf(svg).join(''))].filter((character) => {
        const codePoint = character.codePointAt(0)!;
        return !faceOf(faces, codePoint, false).advances.has(codePoint);
      });
      expect({id: drawing.id, missing}).toEqual({id: drawing.id, missing: []});
    }
  });

  it.each(['en', 'zh'] as const)('hold a glyph for every character of the page (%s)', async (language) => {
    const faces = await loadFaces();
    const study = sampleStudy();
    const page = reportHtml(study, [], {language, stills: {}, fonts: '', bundles: []});
    const text = page.replace(/<style>.*?<\/style>|<[^>]+>|\s/gs, '');
    const missing = [...new Set(text)].filter((character) => {
      const codePoint = character.codePointAt(0)!;
      return !faceOf(faces, codePoint, false).advances.has(codePoint);
    });
    expect(missing).toEqual([]);
  });

  it('keep Latin letters out of the Chinese face, so that bold survives', async () => {
    const {chinese} = await loadFaces();
    expect(chinese.advances.has(0x41)).toBe(false);
    expect(chinese.advances.has(0x62d0)).toBe(true);
  });

  it('draw Chinese in a PNG: each of two characters leaves its own ink', async () => {
    const picture = (text: string) =>
      renderPng(
        `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><text x="5" y="22" font-size="20" font-family="'Source Sans 3'">${text}</text></svg>`,
      );
    const [blank, first, second] = await Promise.all([picture(' '), picture('\u62d0'), picture('\u635f')]);
    expect(Buffer.compare(blank, first)).not.toBe(0);
    expect(Buffer.compare(first, second)).not.toBe(0);
  });

  it('go into an SVG as a subset that holds its Chinese characters', async () => {
    const svg = await withFonts((await renderSvg(ladder('zh'))).plain);
    const chinese = svg.match(
      /font-family:'Noto Sans SC';font-weight:400;src:url\(data:font\/ttf;base64,([^)]+)\)/,
    )![1]!;
    const font = create(Buffer.from(chinese, 'base64'));
    const wanted = [...new Set(textsOf(svg).join(''))].filter((character) => /\p{Script=Han}/u.test(character));
    expect(wanted.length).toBeGreaterThan(10);
    for (const character of wanted)
      expect(
        (font as {hasGlyphForCodePoint(code: number): boolean}).hasGlyphForCodePoint(character.codePointAt(0)!),
      ).toBe(true);
  });

  it('leave the PNG as it is when the SVG carries them', async () => {
    const {plain} = await renderSvg(ladder('zh'));
    expect(Buffer.compare(await renderPng(await withFonts(plain)), await renderPng(plain))).toBe(0);
  });

  it('measure text by its glyphs: Chinese one em each, bold wider than regular', async () => {
    const width = textWidth(await loadFaces());
    expect(width({fontSize: 10}, '\u62d0\u70b9')).toBe(20);
    expect(width({fontSize: 10}, '')).toBe(0);
    expect(width({fontSize: 20}, 'MMLU')).toBeCloseTo(2 * width({fontSize: 10}, 'MMLU'), 10);
    expect(width({fontSize: 10, fontWeight: 600}, 'Accuracy')).toBeGreaterThan(width({fontSize: 10}, 'Accuracy'));
  });
});

describe('the rendered page', () => {
  it('carries its code, its fonts and its still pictures', async () => {
    const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu']});
    const pictures = await drawAll(study, 'zh', []);
    const page = await renderPage(study, pictures, 'zh');
    expect(page).toContain("font-family:'Noto Sans SC'");
    expect(page).toContain('vegaEmbed');
    expect(page.match(/<svg [^>]*class="marks"/g)!.length).toBe(pictures.length - 1);
    expect(page.match(/<script/g)!.length).toBe(page.match(/<\/script>/g)!.length);
    expect(page).not.toContain('sourceMappingURL');
  });
});
