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

/** Reads what `exactJson` wrote; throws SyntaxError. */
export function parseExactJson(text: string): unknown {
  if (!text.includes('"$number"')) return JSON.parse(text);
  return JSON.parse(text, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && '$number' in inner ? Number(inner.$number) : inner,
  );
}
