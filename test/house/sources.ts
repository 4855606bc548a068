import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every TypeScript file below a folder as [path from the root, text]. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(join(ROOT, folder), {recursive: true})
    .map((path) => join(folder, String(path)).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);
}

/** Every TypeScript file under src. */
export const SOURCES = filesOf('src');

/** Every TypeScript file under test. */
export const TESTS = filesOf('test');
