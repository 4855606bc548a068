/** Bits of the eight dots of a Braille character, by column and row from the top (Unicode block 2800). */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/** A point in the unit square: x to the right, y up. */
export type UnitPoint = readonly [number, number];

/** What a Braille plot draws. */
export interface BrailleOptions {
  /** Characters across. */
  readonly columns: number;
  /** Characters down. */
  readonly rows: number;
  /** Vertical rules at these x, in the unit interval. */
  readonly rules: readonly number[];
}

/** A small scatter plot in Braille characters: 2 x 4 dots each; a rule is a bar where no dot is in the way. */
export function braillePlot(points: readonly UnitPoint[], {columns, rows, rules}: BrailleOptions): readonly string[] {
  const cells = Array.from({length: rows}, () => new Uint8Array(columns));
  for (const [x, y] of points) {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) continue;
    const column = Math.min(Math.floor(x * columns * 2), columns * 2 - 1);
    const row = Math.min(Math.floor((1 - y) * rows * 4), rows * 4 - 1);
    cells[row >> 2]![column >> 1]! |= DOTS[column & 1]![row & 3]!;
  }
  const bars = new Set(
    rules.filter((x) => x >= 0 && x <= 1).map((x) => Math.min(Math.floor(x * columns), columns - 1)),
  );
  return cells.map((line) =>
    Array.from(line, (bits, column) => {
      if (bits !== 0) return String.fromCharCode(0x2800 + bits);
      return bars.has(column) ? '\u2502' : ' ';
    }).join(''),
  );
}
