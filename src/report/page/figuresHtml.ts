import type {Drawing, Language} from '../figure.ts';
import {FIGURES} from '../figures/registry.ts';
import type {Study} from '../study.ts';
import {fill} from '../words/fill.ts';
import {PAGE_WORDS} from '../words/page.ts';
import {type Html, html, raw, scriptJson} from './html.ts';

/** The paper that a drawing's figure follows: drawings are named after their figure. */
function paperOf({id}: Drawing): string | null {
  const mine = FIGURES.filter(({name}) => id === name || id.startsWith(`${name}-`));
  return mine.sort((a, b) => b.name.length - a.name.length)[0]?.paper ?? null;
}

/** A figure of the page: the still picture, the spec for the script, title and caption; of a simulation also the paper that it follows. */
export function figureHtml({table}: Study, drawing: Drawing, still: string, language: Language): Html {
  const paper = table ? null : paperOf(drawing);
  return drawingHtml(drawing, still, paper === null ? '' : ` ${fill(PAGE_WORDS.figureNote, language, {paper})}`);
}

/** A drawing of a page: the still picture, the spec for the script, title and caption, with a note after that. */
export function drawingHtml({id, title, caption, spec}: Drawing, still: string, note = ''): Html {
  return html`<figure id="${id}"><h3>${title}</h3>
<div class="picture still" role="img" aria-label="${title}" data-spec="spec-${id}">${raw(still)}</div>
<figcaption>${caption}${note}</figcaption>
<script type="application/json" id="spec-${id}">${scriptJson(spec)}</script></figure>`;
}
