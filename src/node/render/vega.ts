import {compileFunction} from 'node:vm';
import {readBundles} from './bundles.ts';

type Libraries = {readonly vega: typeof import('vega'); readonly 'vega-lite': typeof import('vega-lite')};

/** What a library built for browsers (UMD) exports, given those it requires. */
function exportsOf(code: string, required: Partial<Libraries>): unknown {
  const exported = {};
  const load = (name: keyof Libraries) => required[name];
  compileFunction(code, ['exports', 'module', 'require'])(exported, {}, load);
  return exported;
}

/** vega and vega-lite from the same builds as the page: their hundreds of modules take four times as long to load. */
export async function loadLibraries(): Promise<Libraries> {
  const [vegaCode, liteCode] = await readBundles();
  const vega = exportsOf(vegaCode!, {}) as Libraries['vega'];
  return {vega, 'vega-lite': exportsOf(liteCode!, {vega}) as Libraries['vega-lite']};
}
