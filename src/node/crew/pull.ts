/** Takes the next piece of work off a counter that all threads share until `count` are taken. */
export function pull(counters: Int32Array, counter: number, count: number, work: (index: number) => void): void {
  for (;;) {
    const index = Atomics.add(counters, counter, 1);
    if (index >= count) return;
    work(index);
  }
}
