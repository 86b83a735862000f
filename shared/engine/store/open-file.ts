import type { GatheredFile } from './gathered-file.ts';

/** What SQLite has open, and where it stands in it. */
export type OpenFile = { position: number } & (
  | { readonly kind: 'file'; readonly file: GatheredFile; readonly gathers: boolean }
  /** A folder, which is only flushed. */
  | { readonly kind: 'folder'; readonly path: string }
  /** A file that is made as it is read. */
  | { readonly kind: 'served'; readonly file: ServedFile }
);

/** A read-only file without a place on disk. */
export interface ServedFile {
  readonly size: number;
  read(target: Uint8Array, position: number): number;
}
