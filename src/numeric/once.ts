/** A function that makes a value the first time and gives the same one from then on. */
export function once<T>(make: () => T): () => T {
  let made: {value: T} | null = null;
  return () => {
    made ??= {value: make()};
    return made.value;
  };
}
