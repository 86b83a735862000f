import { EventEmitter } from 'node:events';
import WebSocket from 'ws';

// biome-ignore lint/suspicious/noExplicitAny: the shapes of the protocol are Chromium's, and far too many to write down here.
export type Reply = any;
interface Incoming {
  id?: number;
  error?: { message: string };
  result?: Reply;
  sessionId?: string;
  method?: string;
  params?: Reply;
}

/** What is said to one page, or to the browser itself. */
export class CdpSession extends EventEmitter {
  readonly #cdp: Cdp;
  readonly #id: string | undefined;

  constructor(cdp: Cdp, id?: string) {
    super();
    this.setMaxListeners(0);
    this.#cdp = cdp;
    this.#id = id;
  }

  send(method: string, params: object = {}): Promise<Reply> {
    return this.#cdp.send(method, params, this.#id);
  }
}

/** Chrome DevTools Protocol over one socket. */
export class Cdp {
  readonly browser = new CdpSession(this);
  readonly #sessions = new Map<string, CdpSession>();
  readonly #waiting = new Map<number, { resolve(result: Reply): void; reject(error: Error): void; method: string }>();
  readonly #socket: WebSocket;
  #count = 0;

  static async connect(address: string): Promise<Cdp> {
    const socket = new WebSocket(address, { maxPayload: 2 ** 30, perMessageDeflate: false });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new Cdp(socket);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse(String(data)) as Incoming));
    socket.on('close', () => {
      for (const { reject, method } of this.#waiting.values()) reject(new Error(`${method}: the browser is closed`));
      this.#waiting.clear();
    });
  }

  session(id: string): CdpSession {
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const session = new CdpSession(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  send(method: string, params: object, sessionId?: string): Promise<Reply> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }

  #receive(message: Incoming): void {
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.browser : this.#sessions.get(message.sessionId);
      session?.emit(message.method ?? '', message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
  }
}
