/** Stands in the place of a number that JSON has no word for. */
interface Stand {
  readonly $number: string;
}

function standOf(value: number): Stand | number {
  if (Object.is(value, -0)) return {$number: '-0'};
  return Number.isFinite(value) ? value : {$number: String(value)};
}

/** Plain data as one line of JSON that gives every number back as it was: -0, NaN and the infinities too. */
export function exactJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? standOf(inner) : inner));
}

/** Puts numbers in the places of those that stand for them, within what JSON.parse made: a reviver takes four times as long. */
function unmasked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$number' in value) return Number(value.$number);
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    const inner = members[key];
    if (typeof inner === 'object' && inner !== null) members[key] = unmasked(inner);
  }
  return value;
}

/** Reads what `exactJson` wrote; throws SyntaxError. */
export function parseExactJson(text: string): unknown {
  if (!text.includes('"$number"')) return JSON.parse(text);
  return unmasked(JSON.parse(text));
}
