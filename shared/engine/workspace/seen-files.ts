import type { Source } from '#contract/import';
import { sharesFaults } from '../import/encoding/file.ts';
import type { ImportHost } from '../import/index.ts';
import type { Ports, ReadableFile } from '../ports.ts';
import { sha256Bytes } from './hash.ts';
import { Recent } from './recent.ts';

/** What was found out about all bytes of a file: a choice in the import dialog does not change them. */
export interface SeenFile {
  sha256: string | null;
  readonly faults: Map<number, number | null>;
}

/** What is made of larger files is as large in memory as many a workspace. */
const LARGEST_KEPT = 128 << 20;

/** Files in the import dialog, which are looked at again with every choice. */
export class SeenFiles {
  readonly #files = new Map<string, SeenFile>();
  /** What was made of the files looked at last before any choice came in. */
  readonly #made = new Recent(3);

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

  /** A host that makes the same of a file once; parsers in processes of their own know nothing of choices either. */
  host(ports: Pick<Ports, 'sha256'>, host: ImportHost, file: ReadableFile, seen: SeenFile): ImportHost {
    if (file.size > LARGEST_KEPT || file.pagesOfLog !== undefined) return host;
    return {
      ...host,
      kept: async (of, what, make) => (of === file ? await this.#keep([seen, what], make) : await make()),
      isolate: async (kind, input, limits, run) => {
        // Also of files inside of it.
        const of = [seen, kind, ...Object.entries(input).map((entry) => keyOf(ports, entry))];
        return await this.#keep(of, () => host.isolate(kind, input, limits, run));
      },
    };
  }

  async #keep<T>(of: readonly unknown[], make: () => Promise<T>): Promise<T> {
    const known = this.#made.get<T>(of);
    if (known !== undefined) return known;
    const made = await make();
    this.#made.put(of, made);
    return made;
  }

  /** Lets go of what was made of files: the dialog is done with them. */
  forgetMade(): void {
    this.#made.clear();
  }
}

/** A part of what a parser is given, as text: bytes by their fingerprint. */
function keyOf(ports: Pick<Ports, 'sha256'>, [name, value]: [string, unknown]): string {
  return `${name} ${value instanceof Uint8Array ? sha256Bytes(ports, value) : typeof value === 'string' ? value : JSON.stringify(value)}`;
}
