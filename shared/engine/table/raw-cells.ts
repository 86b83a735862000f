import { gatherColumn, type TextColumn } from './table.ts';

/** So many different texts are told without the cells. */
const EXAMPLES = 200;

/** Where cells come from that are not in memory. */
interface Elsewhere {
  readonly name: string;
  readonly examples: readonly string[];
  column(): TextColumn;
}

/**
 * The cells of a column as they stood in the file. Hardly anybody asks for them, so that they may lie elsewhere, and rows of them are only
 * picked when somebody does.
 */
export class RawCells {
  readonly name: string;
  /** Cells of the same origin are of the same column of the same table: their codes stand for the same texts. */
  readonly origin: object;
  readonly #examples: () => readonly string[];
  readonly #column: () => TextColumn;

  private constructor(name: string, origin: object, examples: () => readonly string[], column: () => TextColumn) {
    this.name = name;
    this.origin = origin;
    this.#examples = examples;
    this.#column = column;
  }

  /** Cells that are in memory. */
  static of(column: TextColumn): RawCells {
    return new RawCells(
      column.name,
      column.dictionary,
      () => examplesOf(column),
      () => column,
    );
  }

  /** Cells that are fetched when somebody asks for them; each time anew. */
  static elsewhere({ name, examples, column }: Elsewhere): RawCells {
    return new RawCells(name, {}, () => examples, column);
  }

  /** The first of the different texts. */
  get examples(): readonly string[] {
    return this.#examples();
  }

  /** All cells, as a column of texts. */
  column(): TextColumn {
    return this.#column();
  }

  /** The cells of these rows, as {@link gatherColumn} picks them. */
  gathered(indexes: Uint32Array): RawCells {
    return this.changed((column) => gatherColumn(column, indexes) as TextColumn);
  }

  /** The same cells after a change that keeps what their codes stand for. */
  changed(change: (column: TextColumn) => TextColumn): RawCells {
    return new RawCells(this.name, this.origin, this.#examples, () => change(this.column()));
  }
}

function examplesOf({ dictionary }: TextColumn): readonly string[] {
  return Array.from({ length: Math.min(dictionary.size, EXAMPLES) - 1 }, (_, i) => dictionary.text(i + 1) as string);
}
