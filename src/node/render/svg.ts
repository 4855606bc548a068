import type {TopLevelSpec} from 'vega-lite';
import {fontFaces} from './fontFaces.ts';
import {loadFaces} from './fonts.ts';
import {textWidth} from './textWidth.ts';
import {loadLibraries} from './vega.ts';

/** A drawn picture. */
export interface Rendered {
  /** Without fonts: for a page or a renderer that has them. */
  readonly plain: string;
  /** What the compiler and the view warned about; empty for a sound spec. */
  readonly warnings: readonly string[];
}

/** vega and vega-lite, loaded on first use. */
async function loadVega() {
  const [{vega, 'vega-lite': lite}, faces] = await Promise.all([loadLibraries(), loadFaces()]);
  // Measures text by our own fonts; the hook is documented in the source of vega-scenegraph and missing from its types.
  Object.assign((vega as unknown as {textMetrics: object}).textMetrics, {width: textWidth(faces)});
  return {vega, compile: lite.compile};
}

let loaded: ReturnType<typeof loadVega> | undefined;

/** A logger that keeps warnings and errors instead of printing them. */
function collector(warnings: string[]) {
  const keep = (...parts: readonly unknown[]) => {
    warnings.push(parts.map(String).join(' '));
    return logger;
  };
  const drop = () => logger;
  const logger = {level: (() => logger) as never, error: keep, warn: keep, info: drop, debug: drop};
  return logger;
}

/** Numbers inside tags to three decimals, so that the last bits of a platform do not show. */
function rounded(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(3)))),
  );
}

/** Ids in order of appearance behind a prefix: vega counts clips over the whole process. */
function renumbered(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  return svg.replace(/(\bid="|url\(#)([\w-]+)/g, (_, before: string, id: string) => {
    if (!names.has(id)) names.set(id, `${prefix}-${names.size + 1}`);
    return `${before}${names.get(id)}`;
  });
}

/** Draws a Vega-Lite spec; the same spec gives the same bytes. `prefix` keeps ids apart where several pictures share a page. */
export async function renderSvg(spec: TopLevelSpec, prefix = 'id'): Promise<Rendered> {
  loaded ??= loadVega();
  const {vega, compile} = await loaded;
  const warnings: string[] = [];
  const logger = collector(warnings);
  // vega marks the rows of inline data as its own, so it gets a copy.
  const compiled = compile(structuredClone(spec), {logger});
  const view = new vega.View(vega.parse(compiled.spec), {renderer: 'none', logger});
  const plain = renumbered(rounded(await view.toSVG()), prefix);
  view.finalize();
  return {plain, warnings};
}

/** A standalone SVG file: with the glyphs it uses, so that Chinese draws on a machine without fonts. */
export async function withFonts(svg: string): Promise<string> {
  const text = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, content]) => textOf(content!)).join('');
  const style = await fontFaces(await loadFaces(), text);
  return svg.replace(/(<svg[^>]*>)/, `$1<style>${style}</style>`);
}

const ENTITIES: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>'};

/** The text that an escaped text stands for. */
function textOf(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!);
}
