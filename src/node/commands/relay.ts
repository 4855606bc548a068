/** What is left of a job after its first stage. */
export interface Rest<Result> {
  /** The second stage. */
  go(): Promise<Result>;
  /** Leaves nothing open where the second stage will not come. */
  drop(): Promise<void>;
}

/** How jobs are taken through two stages. */
export interface Stages<Job, Result> {
  /** Ends both stages of everything. */
  readonly signal: AbortSignal;
  /** The first stage. Its signal aborts as well where the second stage of an earlier job failed. */
  begin(job: Job, place: number, signal: AbortSignal): Promise<Rest<Result>>;
  /** Whether the second stage of a job may go on beside the first stage of the next. */
  together(job: Job, next: Job): boolean;
  /** Takes the results, in the order of the jobs. */
  take(result: Result): void;
}

/**
 * Takes jobs through two stages, each stage one job at a time: while the second stage of one goes on, the next is in its first. What failed
 * first ends it, after the second stage that is under way.
 */
export async function relay<Job, Result>(jobs: readonly Job[], stages: Stages<Job, Result>): Promise<void> {
  const failure = new AbortController();
  const signal = AbortSignal.any([stages.signal, failure.signal]);
  let last: Promise<void> = Promise.resolve();
  for (const [place, job] of jobs.entries()) {
    if (place > 0 && !stages.together(jobs[place - 1]!, job)) await last;
    const [before, begun] = await Promise.allSettled([last, stages.begin(job, place, signal)]);
    if (before.status === 'rejected') {
      if (begun.status === 'fulfilled') await begun.value.drop();
      throw before.reason;
    }
    if (begun.status === 'rejected') throw begun.reason;
    last = begun.value.go().then(stages.take);
    last.catch(() => failure.abort());
  }
  await last;
}
