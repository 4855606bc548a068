/** How jobs are taken through two stages. */
export interface Stages<Job, Result> {
  /** Ends both stages of everything. */
  readonly signal: AbortSignal;
  /** The first stage; gives the second. Its signal aborts as well where the second stage of an earlier job failed. */
  first(job: Job, place: number, signal: AbortSignal): Promise<() => Promise<Result>>;
  /** Whether the second stage of a job may go on beside the first stage of the next. */
  together(job: Job, next: Job): boolean;
  /** Takes the results, in the order of the jobs. */
  done(result: Result): void;
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
    const begun = stages.first(job, place, signal);
    begun.catch(() => {});
    // An earlier job that fails is told of before one that it stopped.
    await Promise.allSettled([last, begun]);
    await last;
    const second = await begun;
    last = second().then(stages.done);
    last.catch(() => failure.abort());
  }
  await last;
}
