import type { Source } from '#contract/import';
import { sharesFaults } from '../import/encoding/file.ts';
import type { Ports, ReadableFile } from '../ports.ts';

/** What was found out about all bytes of a file: a choice in the import dialog does not change them. */
export interface SeenFile {
  sha256: string | null;
  readonly faults: Map<number, number | null>;
}

/** Files in the import dialog, which are looked at again with every choice. */
export class SeenFiles {
  readonly #files = new Map<string, SeenFile>();

  /** What is known of a file that was opened now, and comes to be known of it. */
  of(ports: Pick<Ports, 'listSource'>, source: Source, file: ReadableFile): SeenFile {
    const fresh = (): SeenFile => ({ sha256: null, faults: new Map() });
    // The log beside a database grows, and the database stays as it is.
    if (file.pagesOfLog !== undefined) return fresh();
    const key = `${JSON.stringify(source)} ${file.size} ${ports.listSource(source)[0]?.changed ?? 0}`;
    const seen = this.#files.get(key) ?? fresh();
    this.#files.set(key, seen);
    sharesFaults(file, seen.faults);
    return seen;
  }
}
