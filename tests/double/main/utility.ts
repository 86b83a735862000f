// Loaded before a forked utility process: gives it the `parentPort` that Electron would.
import { EventEmitter } from 'node:events';
import type { UtilityMessage } from '../wire/messages.ts';
import { clone, MessagePortMain, Transport } from '../wire/ports.ts';

const send = (message: UtilityMessage) => {
  if (process.connected) process.send?.(message);
};
const transport = new Transport('utility', send);

class ParentPort extends EventEmitter {
  postMessage(data: unknown): void {
    send({ kind: 'message', data: clone(data), ports: [] });
  }
}
const parentPort = new ParentPort();

process.on('message', (message: UtilityMessage) => {
  if (transport.receive(message) || message.kind !== 'message') return;
  parentPort.emit('message', { data: message.data, ports: message.ports.map((id) => new MessagePortMain(transport.import(id))) });
});
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });
