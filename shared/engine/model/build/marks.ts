/** A set of row numbers. */
export class Marks {
  #marks = new Uint8Array(256);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(row: number): void {
    if (row >= this.#marks.length) {
      const longer = new Uint8Array(Math.max(row + 1, this.#marks.length * 2));
      longer.set(this.#marks);
      this.#marks = longer;
    }
    if (this.#marks[row] === 1) return;
    this.#marks[row] = 1;
    this.#size++;
  }

  has(row: number): boolean {
    return this.#marks[row] === 1;
  }
}
