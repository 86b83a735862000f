import type { Message, Wire } from '#contract/protocol';
import { packMessage, unpackMessage } from '#contract/frames';

/** A port of node:worker_threads or of Electron's main process, as far as wires need it. */
export interface PortLike {
  postMessage(message: unknown): void;
  on(event: 'message' | 'close', listener: (value: never) => void): unknown;
  start?(): void;
  close(): void;
}

/** A port that carries messages as objects. Typed arrays are copied, never transferred: Electron loses messages that transfer them. */
export function objectWire(port: PortLike, unwrap: (event: unknown) => unknown): Wire {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ((event: unknown) => listener(unwrap(event) as Message)) as (value: never) => void);
      port.start?.();
    },
    onClose: (listener) => void port.on('close', listener as (value: never) => void),
    close: () => port.close(),
  };
}

/** A port that carries packed frames: the web host's main thread only passes bytes on. */
export function frameWire(port: PortLike): Wire {
  return {
    post: (message) => port.postMessage(packMessage(message)),
    onMessage: (listener) => void port.on('message', ((frame: Uint8Array) => listener(unpackMessage(frame))) as (value: never) => void),
    onClose: (listener) => void port.on('close', listener as (value: never) => void),
    close: () => port.close(),
  };
}
