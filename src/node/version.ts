import {readFile} from 'node:fs/promises';

/** The folder of the package, with its configs and schema. */
export const HOME = new URL('../../', import.meta.url);

/** Version of the package. */
export async function version(): Promise<string> {
  const text = await readFile(new URL('package.json', HOME), 'utf8');
  return (JSON.parse(text) as {version: string}).version;
}
