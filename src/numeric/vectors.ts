/** A growing memory of WebAssembly. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The part of WebAssembly that is used here: its types come with those of a browser's page only. */
interface Engine {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => {readonly exports: unknown};
}

const PAGE = 65536;

/** Makes instances of a module of WebAssembly with vectors, each with a memory of its own; null where the engine has no vectors. */
export function instances<Exports>(bytes: Uint8Array): (() => Exports) | null {
  const {WebAssembly: engine} = globalThis as unknown as {readonly WebAssembly: Engine | undefined};
  if (!engine?.validate(bytes)) return null;
  const module = new engine.Module(bytes);
  return () => new engine.Instance(module).exports as Exports;
}

/** Lets a memory reach up to a place in bytes; where it grows, views of it end. */
export function reach(memory: Memory, end: number): void {
  const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE);
  if (missing > 0) memory.grow(missing);
}
