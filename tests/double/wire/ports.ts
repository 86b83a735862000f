import { EventEmitter } from 'node:events';
import type { PortId, PortMessage } from './messages.ts';

type Sink = (data: unknown, ports: PortEnd[]) => void;

/** One end of a channel. What arrives before somebody listens waits. */
export class PortEnd {
  other!: PortEnd;
  closed = false;
  #sink: Sink | null = null;
  #onClose: (() => void) | null = null;
  readonly #waiting: [unknown, PortEnd[]][] = [];

  attach(sink: Sink, onClose: () => void): void {
    this.#sink = sink;
    this.#onClose = onClose;
    for (const [data, ports] of this.#waiting.splice(0)) sink(data, ports);
    if (this.closed) onClose();
  }

  detach(): PortEnd {
    this.#sink = null;
    this.#onClose = null;
    return this;
  }

  post(data: unknown, ports: PortEnd[] = []): void {
    if (!this.closed) this.other.#deliver(data, ports);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    if (this.other.closed) return;
    this.other.closed = true;
    this.other.#onClose?.();
  }

  #deliver(data: unknown, ports: PortEnd[]): void {
    if (this.#sink === null) this.#waiting.push([data, ports]);
    else this.#sink(data, ports);
  }
}

/** Two ends that hear each other. */
export function channel(): [PortEnd, PortEnd] {
  const first = new PortEnd();
  const second = new PortEnd();
  first.other = second;
  second.other = first;
  return [first, second];
}

/** Carries ports over a border that carries messages: a child process, or the door into a page. */
export class Transport {
  readonly #ends = new Map<PortId, PortEnd>();
  readonly #side: string;
  readonly #send: (message: PortMessage) => void;
  #count = 0;

  /** @param side makes ids of both sides differ */
  constructor(side: string, send: (message: PortMessage) => void) {
    this.#side = side;
    this.#send = send;
  }

  /** Hands an end over to the other side. */
  export(end: PortEnd): PortId {
    const id = `${this.#side}${this.#count++}`;
    this.#bind(id, end);
    return id;
  }

  /** Takes over an end that the other side exported. */
  import(id: PortId): PortEnd {
    const [near, far] = channel();
    this.#bind(id, far);
    return near;
  }

  /** @returns whether the message was about a port */
  receive(message: { kind: string }): boolean {
    const arrived = message as PortMessage;
    if (arrived.kind === 'port') {
      this.#ends.get(arrived.id)?.post(
        arrived.data,
        arrived.ports.map((id) => this.import(id)),
      );
      return true;
    }
    if (arrived.kind !== 'port-closed') return false;
    this.#ends.get(arrived.id)?.close();
    this.#ends.delete(arrived.id);
    return true;
  }

  closeAll(): void {
    for (const end of this.#ends.values()) end.close();
    this.#ends.clear();
  }

  #bind(id: PortId, end: PortEnd): void {
    this.#ends.set(id, end);
    end.attach(
      (data, ports) => this.#send({ kind: 'port', id, data, ports: ports.map((port) => this.export(port)) }),
      () => {
        this.#ends.delete(id);
        this.#send({ kind: 'port-closed', id });
      },
    );
  }
}

/** @throws TypeError as Electron does for what cannot be cloned */
export function clone<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch {
    throw new TypeError('An object could not be cloned.');
  }
}

/** Electron's MessagePortMain: a port outside a page. */
export class MessagePortMain extends EventEmitter {
  #end: PortEnd | null;

  constructor(end: PortEnd) {
    super();
    this.#end = end;
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const ends = transfer.map((port, index) => {
      // Electron loses the whole message when anything but a port is transferred (electron#34905).
      if (!(port instanceof MessagePortMain)) throw new TypeError(`Port at index ${index} is not a valid port`);
      return port.take();
    });
    this.#end?.post(clone(message), ends);
  }

  start(): void {
    this.#end?.attach(
      (data, ends) => setImmediate(() => this.emit('message', { data, ports: ends.map((end) => new MessagePortMain(end)) })),
      () => setImmediate(() => this.emit('close')),
    );
  }

  close(): void {
    this.#end?.close();
    this.#end = null;
  }

  /** Gives the end away; the port is dead afterwards. */
  take(): PortEnd {
    if (this.#end === null) throw new Error('Port has already been transferred');
    const end = this.#end.detach();
    this.#end = null;
    return end;
  }
}

/** Electron's MessageChannelMain. */
export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const [first, second] = channel();
    this.port1 = new MessagePortMain(first);
    this.port2 = new MessagePortMain(second);
  }
}
