// Builds dist/: compiled JavaScript, reference data beside it, and the Chinese font. The font is kept between builds, for it is slow to make.
import {spawnSync} from 'node:child_process';
import {cp, mkdir, readdir, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {buildFonts} from './fonts.mjs';

const root = new URL('..', import.meta.url);
const dist = new URL('dist/', root);

await mkdir(dist, {recursive: true});
for (const name of await readdir(dist)) {
  if (name !== 'fonts') await rm(new URL(name, dist), {recursive: true, force: true});
}
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const {status} = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {
  cwd: fileURLToPath(root),
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);
await cp(new URL('src/science/reference', root), new URL('science/reference', dist), {recursive: true});
await buildFonts();
