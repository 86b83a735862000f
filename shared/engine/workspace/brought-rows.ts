import type { ImportReply } from '#contract/import';
import type { DatasetState, ImportOrigin } from '../history/state.ts';
import { arrivalFindings } from './arrival-findings.ts';
import { type ImportedDataset, isImported } from './destination.ts';
import { keyOf } from './key-of.ts';
import { byTheirDays } from './table-keys.ts';
import type { Workspace } from './workspace.ts';

/** A source whose rows are counted once all files are in. */
interface Expected {
  readonly dataset: string;
  readonly source: number;
  /** The table before, where what it lacked may be what the source brings: its rows, and how many files made it. */
  readonly before: { readonly rows: number; readonly sources: number } | null;
}

/** What the files of an import bring to their tables, which is only known once all of them are in. */
export class BroughtRows {
  readonly #workspace: Workspace;
  readonly #expected: Expected[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Takes note of a source that went into a dataset. */
  expect(dataset: DatasetState, source: number): void {
    const known = this.#workspace.state.datasets[dataset.id];
    const mayLack = isImported(dataset) && known !== undefined && isImported(known) && this.#bringsWhatLacks(known, dataset.origin, source);
    this.#expected.push({ dataset: dataset.id, source, before: mayLack ? this.#before(known) : null });
  }

  /** Whether a source takes the place of its own beginning, or lies alone under newer ones, be it by a key that is only found with it: what it brings is then told by the rows before, which may have to be built. */
  #bringsWhatLacks(known: ImportedDataset, { sources }: ImportOrigin, source: number): boolean {
    const more = sources.length - known.origin.sources.length;
    return more === 0 || (more === 1 && (sources.at(-1) !== source || byTheirDays(this.#workspace, sources).at(-1) !== source));
  }

  #before({ id, origin }: ImportedDataset): NonNullable<Expected['before']> {
    return { rows: rowsOf(this.#workspace.datasets.counts(id)), sources: origin.sources.length };
  }

  /** The replies with what their sources brought, in the order in which these were expected; others stay as they are. */
  settle(replies: readonly ImportReply[]): ImportReply[] {
    let next = 0;
    return replies.map((reply) => {
      if (reply.rowsNew >= 0) return reply;
      return this.#settled(reply, this.#expected[next++] as Expected);
    });
  }

  #settled(reply: ImportReply, { dataset, source, before }: Expected): ImportReply {
    const { origin } = this.#workspace.datasets.definition(dataset);
    const sources = origin.kind === 'import' ? origin.sources : [];
    // What is alone in a new table is new; a single file may repeat rows only where they have a key.
    if (origin.kind === 'import' && sources.length === 1 && before === null && !keyOf(origin).isUnique) return { ...reply, rowsNew: reply.rowsRead, rowsUpdated: 0, rowsUnchanged: 0 };
    const counts = this.#workspace.datasets.counts(dataset);
    const own = counts.find((count) => count.source === source) ?? { added: 0, updated: 0, unchanged: 0, removed: 0, repeated: 0 };
    const findings = [...reply.findings, ...(origin.kind === 'import' ? arrivalFindings(origin, source, own) : [])];
    // Alone under newer files it brings what those lack, in the place of its own beginning what that lacked.
    const more = before === null ? null : sources.length - before.sources;
    if (before !== null && (more === 0 || (more === 1 && sources.at(-1) !== source))) {
      const added = rowsOf(counts) - before.rows;
      return { ...reply, rowsNew: added, rowsUpdated: 0, rowsUnchanged: reply.rowsRead - added, findings };
    }
    return { ...reply, rowsNew: own.added, rowsUpdated: own.updated, rowsUnchanged: own.unchanged, findings };
  }
}

/** Rows of a table as its files make it, before its recipe. */
const rowsOf = (counts: readonly { readonly added: number; readonly removed: number }[]): number => counts.reduce((sum, { added, removed }) => sum + added - removed, 0);
