// Builds dist/: compiled JavaScript, the fast kernels in WebAssembly, reference data beside it, and the Chinese font. The font is kept between builds, for it is slow to make.
import {spawnSync} from 'node:child_process';
import {cp, mkdir, readdir, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import asc from 'assemblyscript/asc';
import {buildFonts} from './fonts.mjs';

const root = new URL('..', import.meta.url);
/** No garbage collector and no bounds checks of arrays: the kernels have neither. It warns of vectors in exports, of which there are none. */
const KERNEL_OPTIONS = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert', '--disableWarning', '112'];
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
for (const room of ['engine', 'inference']) await buildKernel(`${room}/kernel`);
await cp(new URL('src/science/reference', root), new URL('science/reference', dist), {recursive: true});
await buildFonts();

/** Compiles src/PATH/wasm to dist/PATH/kernel.wasm. */
async function buildKernel(path) {
  const {error, stderr} = await asc.main(
    [`src/${path}/wasm/kernel.ts`, '--outFile', `dist/${path}/kernel.wasm`, ...KERNEL_OPTIONS],
    {baseDir: fileURLToPath(root)},
  );
  if (!error) return;
  process.stderr.write(stderr.toString());
  process.exit(1);
}
