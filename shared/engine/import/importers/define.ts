import type { Text } from '#contract/values';
import type { ReadableFile } from '../../ports.ts';
import type { ParsedFile, ParseRequest } from '../parsed.ts';

/** One file format. A new one is one file beside this and one line in the registry. */
export interface Importer {
  readonly id: string;
  readonly title: Text;
  readonly extensions: readonly string[];
  /** How sure the first bytes and the name make it, 0 to 1; who has to may look deeper into the file. */
  sniff(head: Uint8Array, name: string, file: ReadableFile): number;
  /**
   * Reads the file as text tables. Guesses no types, trims nothing, drops no row.
   *
   * @throws SuanpanError with a `file-…` code when the file cannot be read, saying what to do
   */
  parse(request: ParseRequest): Promise<ParsedFile>;
}

export function defineImporter(importer: Importer): Importer {
  return Object.freeze(importer);
}
