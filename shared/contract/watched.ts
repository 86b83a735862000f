import type { ErrorInfo } from './errors.ts';
import type { ImportReply } from './import.ts';

/** What a look into the watched folders has brought. */
export interface WatchedNews {
  /** Whether `import.watched` tells something else than before the look. */
  readonly changed: boolean;
  readonly imported: readonly ImportReply[];
  /** Files that look like exports and cannot be read. */
  readonly unreadable: readonly { readonly name: string; readonly error: ErrorInfo }[];
}

/** A file of a watched folder that is called as exports are. */
export interface WatchedFile {
  readonly name: string;
  readonly bytes: number;
  /** `new`: seen, and waited for until its size stays the same. `passed-over`: no table, or one that was taken out again. */
  readonly state: 'new' | 'imported' | 'passed-over' | 'failed';
  /** Why it is not in. */
  readonly error: ErrorInfo | null;
}

/** A folder whose new files are imported by themselves. */
export interface WatchedFolder {
  readonly path: string;
  readonly files: readonly WatchedFile[];
  /** Why the folder itself cannot be read. */
  readonly error: ErrorInfo | null;
}
