import type {OnsetProfile} from './onsetProfile.ts';

/** Onsets at which the sum of profiles is taken. */
const PLACES = 400;
/** What an onset outside the profile of a metric costs. */
const OUTSIDE = 40;

/** A profile between its onsets, to be asked for at rising places. */
function ratiosAlong({onset}: OnsetProfile, ratio: Float64Array): (at: number) => number {
  const last = onset.length - 1;
  let next = 1;
  return (at) => {
    if (at < onset[0]! || at > onset[last]!) return OUTSIDE;
    if (last === 0) return ratio[0]!;
    while (next < last && onset[next]! < at) next++;
    const left = next - 1;
    const share = (at - onset[left]!) / (onset[next]! - onset[left]!);
    return Math.min(ratio[left]! + share * (ratio[next]! - ratio[left]!), OUTSIDE);
  };
}

/** The onset at which the likelihood ratios of all metrics together are least. */
export function jointOnset(profiles: readonly OnsetProfile[], ratios: readonly Float64Array[]): number {
  const low = Math.min(...profiles.map(({onset}) => onset[0]!));
  const high = Math.max(...profiles.map(({onset}) => onset[onset.length - 1]!));
  const along = profiles.map((profile, m) => ratiosAlong(profile, ratios[m]!));
  let best = low;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= PLACES; i++) {
    const at = low + ((high - low) * i) / PLACES;
    let sum = 0;
    for (const ratioAt of along) sum += ratioAt(at);
    if (sum < least) {
      least = sum;
      best = at;
    }
  }
  return best;
}
