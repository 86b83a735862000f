/** Cuts UTF-8 into lines as it comes, without their ends. */
export class Lines {
  #rest: Uint8Array = new Uint8Array(0);
  readonly #take: (line: Uint8Array) => void;

  constructor(take: (line: Uint8Array) => void) {
    this.#take = take;
  }

  push(bytes: Uint8Array): void {
    const whole = this.#rest.length === 0 ? bytes : joined(this.#rest, bytes);
    let start = 0;
    for (let end = whole.indexOf(10); end >= 0; end = whole.indexOf(10, start)) {
      this.#take(whole.subarray(start, end > start && whole[end - 1] === 13 ? end - 1 : end));
      start = end + 1;
    }
    this.#rest = whole.slice(start);
  }

  /** The last line, when nothing ends it. */
  finish(): void {
    if (this.#rest.length > 0) this.#take(this.#rest);
    this.#rest = new Uint8Array(0);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
