import {cruise, type ICruiseResult} from 'dependency-cruiser';
import {beforeAll, describe, expect, test} from 'vitest';
import {ROOT, SOURCES} from './sources.ts';

const ROOMS = ['numeric', 'science', 'config', 'engine', 'inference', 'report', 'node'];

/** Place of a file in the line of rooms; -1 outside. */
function room(path: string): number {
  return ROOMS.indexOf(/^src\/([^/]+)\//.exec(path)?.[1] ?? '');
}

describe('the rooms', () => {
  let modules: ICruiseResult['modules'] = [];

  beforeAll(async () => {
    const {output} = await cruise(['src'], {baseDir: ROOT, tsPreCompilationDeps: true, doNotFollow: 'node_modules'});
    modules = (output as ICruiseResult).modules.filter(({source}) => source.startsWith('src/'));
  });

  test('hold every source file, and the reader of imports sees them all', () => {
    expect(modules.length).toBe(SOURCES.length);
    expect(modules.flatMap(({dependencies}) => dependencies).length).toBeGreaterThan(SOURCES.length);
    expect(modules.filter(({source}) => room(source) < 0).map(({source}) => source)).toEqual([]);
  });

  test('import only from themselves and from rooms before them', () => {
    const backward = modules.flatMap(({source, dependencies}) =>
      dependencies
        .filter(({resolved}) => room(resolved) > room(source))
        .map(({resolved}) => `${source} -> ${resolved}`),
    );
    expect(backward).toEqual([]);
  });

  test('have no cycles', () => {
    const cycles = modules.flatMap(({source, dependencies}) =>
      dependencies.filter(({circular}) => circular).map(({resolved}) => `${source} -> ${resolved}`),
    );
    expect(cycles).toEqual([]);
  });

  test('find every file that they import', () => {
    const lost = modules.flatMap(({source, dependencies}) =>
      dependencies
        .filter(({couldNotResolve, module}) => couldNotResolve && module.startsWith('.'))
        .map(({module}) => `${source} -> ${module}`),
    );
    expect(lost).toEqual([]);
  });

  test('use modules of Node only in the room node', () => {
    const native = modules
      .filter(({source}) => !source.startsWith('src/node/'))
      .flatMap(({source, dependencies}) =>
        dependencies.filter(({coreModule}) => coreModule).map(({module}) => `${source} -> ${module}`),
      );
    expect(native).toEqual([]);
  });
});
