/** Work in slices: whoever runs it may do something else between two, or stop. */
export type Sliced<T> = Generator<undefined, T, undefined>;

/** Runs all slices at once. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}

/**
 * Runs slice by slice and lets others have their turn in between.
 *
 * @param work its signal stops after the slice that runs
 */
export async function inTurns<T>(sliced: Sliced<T>, work: { readonly signal: AbortSignal; breathe(): Promise<void> }): Promise<T> {
  for (;;) {
    const slice = sliced.next();
    if (slice.done === true) return slice.value;
    await work.breathe();
    work.signal.throwIfAborted();
  }
}
