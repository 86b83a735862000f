import type { Text } from './values.ts';
import type { GridLook } from './views.ts';

export interface WorkspaceInfo {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** Grows by one with every change: a screen that shows an older one is out of date. */
  readonly revision: number;
  readonly cursor: number;
  readonly savedAt: string | null;
  readonly currency: string;
  readonly timeZone: string;
  /** How the file is written: `file` is SQLite's own journal; `memory` is the fallback for systems where that does not work. */
  readonly store: 'file' | 'memory';
  /** `orders`: those that are paid; the shop model has the others, too. */
  readonly counts: { readonly datasets: number; readonly setAside: number; readonly refused: number; readonly questions: number; readonly orders: number; readonly customers: number };
  readonly stages: readonly StageState[];
  /** The last business day in the data. */
  readonly dataTo: string | null;
}

export interface StageState {
  readonly stage: 'collect' | 'clean' | 'model' | 'metrics' | 'understand' | 'act' | 'report';
  readonly state: 'empty' | 'ready' | 'waiting';
  /** What waits there, if anything. */
  readonly waiting: number;
}

export interface RecentWorkspace {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly bytes: number;
}

export interface Operation {
  readonly n: number;
  readonly at: string;
  readonly title: Text;
  readonly undone: boolean;
}

export interface HistoryReply {
  readonly cursor: number;
  readonly operations: readonly Operation[];
}

export interface VerifyReply {
  readonly ok: boolean;
  readonly problems: readonly { readonly code: string; readonly message: Text }[];
}

/** What the application remembers between starts, apart from any workspace. */
export interface Preferences {
  readonly lang: 'en' | 'zh' | 'system';
  readonly theme: 'light' | 'dark' | 'system';
  readonly redUp: boolean;
  readonly density: 'compact' | 'regular' | 'roomy';
  /** How tables were looked at last, by workspace file and table. */
  readonly grids?: Readonly<Record<string, GridLook>>;
}

export interface AboutReply {
  readonly version: string;
  readonly host: string;
  readonly canPrint: boolean;
  readonly workspaceFolder: string;
}
