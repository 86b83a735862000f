import type { Message, Wire } from '#contract/protocol';

/**
 * A wire over a DOM message port.
 *
 * Nothing is transferred: the far end is an Electron process, where transferring anything but ports loses the message.
 */
export function portWire(port: MessagePort): Wire {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', (event: MessageEvent<Message>) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', () => listener()),
    close: () => port.close(),
  };
}
