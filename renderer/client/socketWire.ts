import { packMessage, unpackMessage } from '#contract/frames';
import type { Wire } from '#contract/protocol';

/** A wire over an open WebSocket: one binary frame a message. */
export function socketWire(socket: WebSocket): Wire {
  socket.binaryType = 'arraybuffer';
  return {
    post: (message) => socket.send(packMessage(message)),
    onMessage: (listener) =>
      socket.addEventListener('message', (event: MessageEvent<ArrayBuffer | string>) => {
        if (event.data instanceof ArrayBuffer) listener(unpackMessage(new Uint8Array(event.data)));
      }),
    onClose: (listener) => socket.addEventListener('close', () => listener()),
    close: () => socket.close(),
  };
}

/** Opens the socket of the web host that served this page. */
export function openSocket(): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', () => reject(new Error('the engine did not answer')), { once: true });
  });
}
