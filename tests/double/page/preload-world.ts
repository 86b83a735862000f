// The `electron` that a sandboxed preload sees, in its isolated world. The door to the main process is a binding that only this world has.
import { decode, encode } from '../wire/codec.ts';
import { type FromPage, filePlaceholder, type PortId, type ToPage } from '../wire/messages.ts';
import { Bridge } from './bridge.ts';
import { ARGV, PLATFORM, SECRET } from './environment.ts';

type Listener = (event: { sender: unknown; ports: MessagePort[] }, ...args: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object, process: object) => void;
interface World {
  electronDoubleDoor?: (message: string) => void;
  electronDoubleReceive?: (message: string) => void;
  electronDoubleFiles?: Map<number, File>;
  electronDoubleRun?: (preload: Preload) => void;
}

const world = globalThis as World;

function open(door: (message: string) => void): void {
  const send = (message: FromPage) => door(encode(message));
  const bridge = new Bridge(`${SECRET}-page`, `${SECRET}-preload`);
  const listeners = new Map<string, Set<Listener>>();
  const invocations = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const ports = new Map<PortId, MessagePort>();
  const files = new Map<number, File>();
  let count = 0;
  world.electronDoubleFiles = files;

  function exportPort(port: MessagePort, id: PortId = `page${count++}`): PortId {
    ports.set(id, port);
    port.onmessage = (event) => send({ kind: 'port', id, data: event.data, ports: event.ports.map((sent) => exportPort(sent)) });
    port.addEventListener('close', () => send({ kind: 'port-closed', id }));
    return id;
  }

  function importPort(id: PortId): MessagePort {
    const { port1, port2 } = new MessageChannel();
    exportPort(port1, id);
    return port2;
  }

  function settle(message: Extract<ToPage, { kind: 'reply' }>): void {
    const waiting = invocations.get(message.id);
    invocations.delete(message.id);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  world.electronDoubleReceive = (encoded) => {
    const message = decode(encoded) as ToPage;
    if (message.kind === 'port') ports.get(message.id)?.postMessage(message.data, message.ports.map(importPort));
    else if (message.kind === 'port-closed') ports.get(message.id)?.close();
    else if (message.kind === 'reply') settle(message);
    else {
      const event = { sender: ipcRenderer, ports: message.ports.map(importPort) };
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener(event, ...message.args);
    }
  };

  const ipcRenderer = {
    on(channel: string, listener: Listener) {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
    send: (channel: string, ...args: unknown[]) => send({ kind: 'send', channel, args, ports: [] }),
    postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) => send({ kind: 'send', channel, args: [message], ports: transfer.map((port) => exportPort(port)) }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = count++;
        send({ kind: 'invoke', channel, args, id });
        invocations.set(id, { resolve, reject });
      }),
  };

  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api) },
    webUtils: {
      getPathForFile(file: File): string {
        const id = count++;
        files.set(id, file);
        send({ kind: 'file', id });
        return filePlaceholder(id);
      },
    },
  };

  // What a sandboxed preload may require, and nothing of Node.
  const modules = new Map<string, unknown>([
    ['electron', electron],
    ['electron/renderer', electron],
    ['timers', { setTimeout, clearTimeout, setInterval, clearInterval }],
    ['url', { URL, URLSearchParams }],
  ]);
  const require = (name: string) => {
    if (!modules.has(name)) throw new Error(`module not found: ${name}`);
    return modules.get(name);
  };

  world.electronDoubleRun = (preload) => {
    delete world.electronDoubleRun;
    const module = { exports: {} };
    try {
      preload(require, module, module.exports, { argv: ARGV, platform: PLATFORM, type: 'renderer', contextIsolated: true, sandboxed: true, env: {} });
    } catch (thrown) {
      const { message, stack } = thrown as Error;
      send({ kind: 'preload-error', message, stack: stack ?? '' });
      console.error('Unable to load preload script', thrown);
    }
  };
}

// A preload runs in the top frame only.
const door = world.electronDoubleDoor;
delete world.electronDoubleDoor;
if (window === window.top && door !== undefined) open(door);
