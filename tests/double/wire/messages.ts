/** A port of a channel, named across a process border. */
export type PortId = string;

/** Traffic of ports: the same on every border. */
export type PortMessage = { kind: 'port'; id: PortId; data: unknown; ports: PortId[] } | { kind: 'port-closed'; id: PortId };

/** What a page tells the main process. */
export type FromPage =
  | PortMessage
  | { kind: 'send'; channel: string; args: unknown[]; ports: PortId[] }
  | { kind: 'invoke'; channel: string; args: unknown[]; id: number }
  | { kind: 'file'; id: number }
  | { kind: 'preload-error'; message: string; stack: string };

/** What the main process tells a page. */
export type ToPage =
  | PortMessage
  | { kind: 'reply'; id: number; ok: true; value: unknown }
  | { kind: 'reply'; id: number; ok: false; message: string }
  | { kind: 'event'; channel: string; args: unknown[]; ports: PortId[] };

/** Between the main process and a utility process. */
export type UtilityMessage = PortMessage | { kind: 'message'; data: unknown; ports: PortId[] };

/** What a page is given in place of a path until the main process knows it: Electron's call answers at once, the browser's does not. */
export const filePlaceholder = (id: number) => `electron-double-file:${id}`;
