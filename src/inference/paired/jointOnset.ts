import type {OnsetProfile} from './onsetProfile.ts';

/** Onsets at which the sum of profiles is taken. */
const PLACES = 400;
/** What an onset outside the profile of a metric costs. */
const OUTSIDE = 40;

/** A profile between its onsets. */
function ratioAt(onset: Float64Array, ratio: Float64Array, at: number): number {
  if (at < onset[0]! || at > onset[onset.length - 1]!) return OUTSIDE;
  let next = 1;
  while (next < onset.length - 1 && onset[next]! < at) next++;
  if (onset.length === 1) return ratio[0]!;
  const left = next - 1;
  const share = (at - onset[left]!) / (onset[next]! - onset[left]!);
  return Math.min(ratio[left]! + share * (ratio[next]! - ratio[left]!), OUTSIDE);
}

/** The onset at which the likelihood ratios of all metrics together are least. */
export function jointOnset(profiles: readonly OnsetProfile[], ratios: readonly Float64Array[]): number {
  const low = Math.min(...profiles.map(({onset}) => onset[0]!));
  const high = Math.max(...profiles.map(({onset}) => onset[onset.length - 1]!));
  let best = low;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= PLACES; i++) {
    const at = low + ((high - low) * i) / PLACES;
    const sum = profiles.reduce((total, {onset}, m) => total + ratioAt(onset, ratios[m]!, at), 0);
    if (sum < least) {
      least = sum;
      best = at;
    }
  }
  return best;
}
