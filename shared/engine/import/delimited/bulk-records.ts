import type { BulkRows } from '../../bulk/rows.ts';
import { type RecordView, Tokenizer, type TokenizerOptions } from './tokenizer.ts';

/** What becomes of records: those that are not plain rows are handed over one by one, the others only counted. */
export interface RecordTaker {
  records: number;
  /** Whether the next record is behind preamble and header. */
  readonly inTable: boolean;
  readonly take: (record: RecordView) => 'next' | 'first-line-only';
}

/** Splits text like {@link Tokenizer}, with the same results: plain records go to the bulk reader, the others through the tokenizer. */
export class BulkRecords {
  readonly #rows: BulkRows;
  readonly #taker: RecordTaker;
  #tokenizer: Tokenizer | null;
  /** Where the text that is not done with begins. */
  #at = 0;

  constructor(options: TokenizerOptions, rows: BulkRows, taker: RecordTaker) {
    this.#rows = rows;
    this.#taker = taker;
    this.#tokenizer = new Tokenizer(options, taker.take);
  }

  push(chunk: Uint8Array): void {
    this.#rows.push(chunk, this.#at);
    this.#at = 0;
    this.#run(false);
  }

  /** Reads what is left: this is the end of it. */
  finish(): void {
    this.#run(true);
    // It looks at the memory of the bulk reader, which would stay for that.
    this.#tokenizer = null;
  }

  #run(final: boolean): void {
    const tokenizer = this.#tokenizer;
    if (tokenizer === null) throw new Error('the records are at their end');
    const { length } = this.#rows.text;
    while (this.#at < length) {
      if (this.#taker.inTable) {
        const { at, taken, odd } = this.#rows.takeRecords(this.#at, this.#taker.records + 1);
        this.#at = at;
        this.#taker.records += taken;
        if (at >= length || !(odd || final)) return;
      }
      const next = tokenizer.takeRecord(this.#rows.text, this.#at, final);
      if (next < 0) return;
      this.#rows.finishRow();
      this.#at = next;
    }
  }
}
