import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

/** The browser builds that draw here and that the page inlines, in the order they need each other, below the package's own folder. */
const FILES = [
  ['vega', 'vega.min.js'],
  ['vega-lite', 'vega-lite.min.js'],
  ['vega-embed', 'vega-embed.min.js'],
] as const;

function readAll(): Promise<readonly string[]> {
  return Promise.all(
    FILES.map(async ([name, file]) => {
      const code = await readFile(fileURLToPath(new URL(file, import.meta.resolve(name))), 'utf8');
      return code.replace(/^\/\/# sourceMappingURL=.*$/gm, '');
    }),
  );
}

let bundles: Promise<readonly string[]> | undefined;

/** Code of vega, vega-lite and vega-embed, read once per process; the packages keep these builds beside their entry points. */
export function readBundles(): Promise<readonly string[]> {
  bundles ??= readAll();
  return bundles;
}
