import type {Findings} from '../../inference/findings.ts';

/** Findings with more curves than this are written without indentation, a curve a line. */
const INDENTED = 200;

/** The findings as JSON in pieces, a curve each, so that no text is longer than the engine allows: together the same object as `findings`. */
export function* findingsChunks({version, curves, benchmarks}: Findings): Generator<string> {
  const spaces = curves.length > INDENTED ? 0 : 1;
  const piece = (value: unknown): string => JSON.stringify(value, null, spaces).replaceAll('\n', '\n  ');
  const list = function* (name: string, values: readonly unknown[]): Generator<string> {
    yield ` "${name}": [`;
    for (let i = 0; i < values.length; i++) yield `${i > 0 ? ',' : ''}\n  ${piece(values[i])}`;
    yield values.length > 0 ? '\n ]' : ']';
  };
  yield `{\n "version": ${version},\n`;
  yield* list('curves', curves);
  yield ',\n';
  yield* list('benchmarks', benchmarks);
  yield '\n}\n';
}
