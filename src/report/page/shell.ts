import type {Language} from '../figure.ts';
import {fill} from '../words/fill.ts';
import {PAGE_WORDS} from '../words/page.ts';
import {type Html, html, raw, scriptCode, scriptJson} from './html.ts';
import {SCRIPT} from './script.ts';
import {STYLE} from './style.ts';

/** What the page needs and cannot make itself. */
export interface PageOptions {
  readonly language: Language;
  /** Still pictures by drawing id: SVG with ids that are unique on the page. */
  readonly stills: Readonly<Record<string, string>>;
  /** `@font-face` rules with data URLs. */
  readonly fonts: string;
  /** Code of vega, vega-lite and vega-embed, in this order; empty for a page of still pictures. */
  readonly bundles: readonly string[];
}

/** What a page says. */
interface PageParts {
  readonly name: string;
  /** Version of the program. */
  readonly version: string;
  readonly header: Html;
  readonly body: Html;
}

/** A list of texts. */
export function listHtml(items: readonly string[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function scriptsHtml({bundles, language}: PageOptions): Html {
  if (bundles.length === 0) return html``;
  const words = {[language]: {SVG_ACTION: PAGE_WORDS.svgExport[language], PNG_ACTION: PAGE_WORDS.pngExport[language]}};
  const scripts = [...bundles, SCRIPT].map((code) => html`<script>${scriptCode(code)}</script>`);
  return html`<script type="application/json" id="words">${scriptJson(words[language])}</script>${scripts}`;
}

/** A whole offline page: its fonts, style and code are inside. */
export function wholePage({name, version, header, body}: PageParts, options: PageOptions): string {
  const {language, fonts} = options;
  const page = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${`${name} \u00b7 mirage-lab`}</title><style>${raw(fonts)}${raw(STYLE)}</style></head>
<body><main>
<header>${header}</header>
${body}
<footer>${fill(PAGE_WORDS.made, language, {version})}</footer>
</main>${scriptsHtml(options)}</body></html>
`;
  return page.html;
}
