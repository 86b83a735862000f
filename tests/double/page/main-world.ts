// Runs before any script of the page, in the page's own world.
import { Bridge } from './bridge.ts';
import { SECRET } from './environment.ts';

const bridge = new Bridge(`${SECRET}-preload`, `${SECRET}-page`);
bridge.onExpose = (key, api) => {
  if (Object.hasOwn(window, key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
  Object.defineProperty(window, key, { value: api, writable: false, configurable: false, enumerable: true });
};

// Electron loses the whole message when anything but a port is transferred to a port that ends outside the page (electron#34905).
const { postMessage } = MessagePort.prototype;
MessagePort.prototype.postMessage = function post(this: MessagePort, message: unknown, options?: Transferable[] | StructuredSerializeOptions) {
  const transfer = Array.isArray(options) ? options : (options?.transfer ?? []);
  if (transfer.some((item) => !(item instanceof MessagePort))) throw new TypeError('electron double: only ports can be transferred to a port of the main process');
  postMessage.call(this, message, { transfer });
};
