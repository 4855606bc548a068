import ts from 'typescript';
import {describe, expect, test} from 'vitest';
import {SOURCES, TESTS} from './sources.ts';

const MOST_LINES = 250;
const MOST_LINES_OF_A_FUNCTION = 60;

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
}

/** Every node below one node. */
function below(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (inner: ts.Node): void => {
    found.push(inner);
    ts.forEachChild(inner, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

function longFunctions(path: string, text: string): string[] {
  const file = parse(path, text);
  const line = (at: number) => file.getLineAndCharacterOfPosition(at).line + 1;
  return below(file)
    .filter((node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined)
    .map((node) => ({start: line(node.getStart()), lines: line(node.end) - line(node.getStart()) + 1}))
    .filter(({lines}) => lines > MOST_LINES_OF_A_FUNCTION)
    .map(({start, lines}) => `${path}:${start} (${lines} lines)`);
}

/** Exported declarations without a comment that opens with a sentence. */
function undocumented(path: string, text: string): string[] {
  const file = parse(path, text);
  return file.statements
    .filter(
      (node) =>
        ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword),
    )
    .filter((node) => ts.getJSDocCommentsAndTags(node).length === 0)
    .map((node) => `${path}: ${node.getText(file).split('\n')[0]}`);
}

describe('a source file', () => {
  test('is read by these tests', () => {
    expect(SOURCES.length).toBeGreaterThan(50);
    expect(
      SOURCES.flatMap(([path, text]) => below(parse(path, text)).filter(ts.isFunctionLike)).length,
    ).toBeGreaterThan(200);
  });

  test(`has at most ${MOST_LINES} lines`, () => {
    const long = SOURCES.filter(([, text]) => text.split('\n').length - 1 > MOST_LINES).map(([path]) => path);
    expect(long).toEqual([]);
  });

  test(`has no function of more than ${MOST_LINES_OF_A_FUNCTION} lines`, () => {
    expect(SOURCES.flatMap(([path, text]) => longFunctions(path, text))).toEqual([]);
  });

  test('opens every export with a sentence', () => {
    expect(SOURCES.flatMap(([path, text]) => undocumented(path, text))).toEqual([]);
  });

  test('has no default export and passes on no export of another file', () => {
    const barrels = SOURCES.flatMap(([path, text]) =>
      parse(path, text)
        .statements.filter(
          (node) => ts.isExportAssignment(node) || (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined),
        )
        .map(() => path),
    );
    expect(barrels).toEqual([]);
  });

  test('outside node draws no number from Math.random and reads no clock', () => {
    const impure = SOURCES.filter(
      ([path, text]) =>
        !path.startsWith('src/node/') && /\bMath\.random\(|\bDate\.now\(|\bnew Date\(|\bperformance\.now\(/.test(text),
    );
    expect(impure.map(([path]) => path)).toEqual([]);
  });
});

test('a test waits for a process only by runNode, which stops it at a limit', () => {
  const waiting = TESTS.filter(([, text]) => /\b(?:spawn|exec|execFile)Sync\(/.test(text));
  expect(waiting.map(([path]) => path)).toEqual(['test/runNode.ts']);
});
