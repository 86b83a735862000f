/** A few results that were dear to make, found again by what they were made of (compared by identity). The oldest goes first. */
export class Recent {
  readonly #limit: number;
  #kept: { readonly of: readonly unknown[]; readonly value: unknown }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What was made of the same things, if it is still kept. */
  get<T>(of: readonly unknown[]): T | undefined {
    const at = this.#kept.findIndex((one) => one.of.length === of.length && one.of.every((thing, i) => Object.is(thing, of[i])));
    if (at === -1) return undefined;
    const [found] = this.#kept.splice(at, 1);
    if (found !== undefined) this.#kept.push(found);
    return found?.value as T;
  }

  put(of: readonly unknown[], value: unknown): void {
    this.#kept = [...this.#kept, { of, value }].slice(-this.#limit);
  }

  /** What was made of these things before, else what `make` makes of them. */
  keep<T>(of: readonly unknown[], make: () => T): T {
    const known = this.get<T>(of);
    if (known !== undefined) return known;
    const made = make();
    this.put(of, made);
    return made;
  }

  clear(): void {
    this.#kept = [];
  }
}
