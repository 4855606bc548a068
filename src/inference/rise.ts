import type {FittedLine} from './findings.ts';

/** First loss, going down in loss, at which a line has covered `share` of the way from its first to its last value. */
function crossing({loss, value}: FittedLine, share: number): number | null {
  const start = value[value.length - 1]!;
  const target = start + share * (value[0]! - start);
  const sign = Math.sign(value[0]! - start);
  for (let i = value.length - 1; i > 0; i--) {
    const next = value[i - 1]!;
    if (sign * (next - target) < 0) continue;
    const part = next === value[i]! ? 0 : (target - value[i]!) / (next - value[i]!);
    return loss[i]! + part * (loss[i - 1]! - loss[i]!);
  }
  return null;
}

/** Loss distance over which a fitted line (rising loss) covers 10 to 90 % of its change from the highest to the lowest loss, nats. */
export function riseLength(line: FittedLine): number | null {
  if (line.value[0] === line.value[line.value.length - 1]) return null;
  const start = crossing(line, 0.1);
  const end = crossing(line, 0.9);
  return start === null || end === null ? null : start - end;
}
