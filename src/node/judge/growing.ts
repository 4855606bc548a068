/** A list of numbers that grows without a number object each. */
export interface Growing {
  push(value: number): void;
  /** The numbers so far, in a list of their own. */
  values(): Float64Array;
  readonly length: number;
}

const FIRST = 16;

/** An empty list of numbers; its room doubles when it is full. */
export function growing(): Growing {
  let room = new Float64Array(FIRST);
  let length = 0;
  return {
    push(value) {
      if (length === room.length) {
        const larger = new Float64Array(2 * length);
        larger.set(room);
        room = larger;
      }
      room[length++] = value;
    },
    values: () => room.slice(0, length),
    get length() {
      return length;
    },
  };
}
