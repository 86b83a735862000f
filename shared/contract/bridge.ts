import type { Source } from './import.ts';
import type { ExportTarget } from './reports.ts';

/** What a host gives the page besides the engine: exactly this, and nothing generic. */
export interface HostBridge {
  readonly kind: 'desktop' | 'web';
  /** `win32`, `darwin` or `linux`: decides where the window's own buttons sit and how keys are named. */
  readonly platform: string;
  /** Asks the host to connect the page to the engine; on the desktop a port arrives by a window message `{ type: 'engine:port' }`. */
  openEngine(): Promise<void>;
  /** What the engine can read a dropped or chosen file by: its path on the desktop, an upload on the web. */
  sourceOf(file: File): Promise<Source>;
  /** Lets the user choose workspace files or data files; `null` where the host has no picker of its own (the page then uses a file input). */
  pickFiles(kind: 'data' | 'workspace'): Promise<string[] | null>;
  /** Where an export should go: a path the user chose, or a download. `null` when the user cancelled. */
  exportTarget(suggestedName: string): Promise<ExportTarget | null>;
  /** Shows an exported file in the file manager (desktop), or starts its download (web). */
  reveal(file: string): Promise<void>;
  /** Commands of the native menu, and `engine-restarted` after the engine process died and was started again. */
  onCommand(listener: (command: string) => void): void;
  /** Native window buttons for a frameless window. Absent where the system draws them. */
  readonly windowButtons?: { minimise(): void; maximise(): void; close(): void };
}

declare global {
  interface Window {
    readonly suanpan?: HostBridge;
  }
}
