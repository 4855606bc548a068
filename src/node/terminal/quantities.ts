/** A count with thousands separated, or four digits and an exponent from a hundred million on. */
export function large(value: number): string {
  if (value < 1e8) return value.toLocaleString('en-US');
  return Number(value.toPrecision(4)).toExponential().replace('e+', 'e');
}

/** A size in memory, such as `12.3 MB`. */
export function bytes(value: number): string {
  const [size, unit] = (
    [
      [1e9, 'GB'],
      [1e6, 'MB'],
      [1e3, 'kB'],
    ] as const
  ).find(([least]) => value >= least) ?? [1, 'B'];
  return `${Number((value / size).toPrecision(3))} ${unit}`;
}

/** A length of time, such as `0.4 s`, `2 min 5 s` or `3 h 20 min`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toPrecision(2))} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor(whole / 60) % 60} min`;
}

/** Rising whole numbers with neighbours joined: `2, 5-7`. */
export function spans(numbers: readonly number[]): string {
  const joined: [number, number][] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else joined.push([number, number]);
  }
  return joined.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
