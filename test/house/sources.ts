import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every TypeScript file under src as [path from the root, text]. */
export const SOURCES: readonly (readonly [string, string])[] = readdirSync(join(ROOT, 'src'), {recursive: true})
  .map((path) => join('src', String(path)).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);
