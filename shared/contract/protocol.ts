import type { ErrorInfo } from './errors.ts';
import type { Text } from './values.ts';

/** How far a long job is. `total` is 0 while it is not known. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly note: Text;
}

/** The five messages of the protocol. Every transport carries exactly these. */
export type Message =
  | { readonly type: 'request'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly error: ErrorInfo }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'cancel'; readonly id: number };

/** One end of a connection that carries messages in order. */
export interface Wire {
  post(message: Message): void;
  onMessage(listener: (message: Message) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
