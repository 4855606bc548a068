/** A piece of HTML that is already escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** Escapes a text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** Marks a text as HTML: only for what this project wrote or rendered itself. */
export function raw(html: string): Html {
  return {html};
}

function partHtml(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map(({html}) => html).join('');
}

/** A template whose inserted strings are escaped and whose inserted HTML is kept. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {html: texts.map((text, i) => (i === 0 ? text : `${partHtml(parts[i - 1]!)}${text}`)).join('')};
}

/** JSON that can stand inside a script element. */
export function scriptJson(value: unknown): Html {
  return raw(
    JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  );
}

/** Code that can stand inside a script element: a closing tag in one of its strings does not end it. */
export function scriptCode(code: string): Html {
  return raw(code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--'));
}
