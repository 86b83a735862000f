// One half of the contextBridge. It runs twice in each document: in the page's own world and in the preload's isolated world. The halves talk by CustomEvents with
// a secret name; Chromium clones `detail` between worlds, so only functions, promises and errors need marks, as Electron's bridge treats them.

type Callable = (...args: unknown[]) => unknown;
type Reply = { kind: 'reply'; ok: boolean; value: unknown };
type Message = Reply | { kind: 'settled'; id: number; ok: boolean; value: unknown } | { kind: 'call'; id: number; args: unknown[] } | { kind: 'expose'; key: string; api: unknown };

const DEEPEST = 1000;
const isPlain = (value: object) => Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));

export class Bridge {
  /** Told what the other half exposes. */
  onExpose: (key: string, api: unknown) => void = () => {
    throw new Error('nothing can be exposed to this world');
  };
  readonly #functions = new Map<number, Callable>();
  readonly #promises = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  readonly #out: string;
  // The page may replace both later.
  readonly #Event = CustomEvent;
  readonly #dispatch = window.dispatchEvent.bind(window);
  #count = 0;
  #reply: Reply | null = null;

  constructor(out: string, incoming: string) {
    this.#out = out;
    window.addEventListener(
      incoming,
      (event) => {
        event.stopImmediatePropagation();
        this.#receive((event as CustomEvent<Message>).detail);
      },
      true,
    );
  }

  /** @throws Error what the other half threw */
  expose(key: string, api: unknown): void {
    this.#ask({ kind: 'expose', key, api: this.#wrap(api) });
  }

  #emit(message: Message): void {
    this.#dispatch(new this.#Event(this.#out, { detail: message }));
  }

  /** Events are synchronous: the answer is there when the dispatch returns. */
  #ask(message: Message): unknown {
    this.#reply = null;
    this.#emit(message);
    const reply = this.#reply as Reply | null;
    if (reply === null) throw new Error('the other world is gone');
    if (!reply.ok) throw this.#unwrap(reply.value);
    return this.#unwrap(reply.value);
  }

  #receive(message: Message): void {
    if (message.kind === 'reply') {
      this.#reply = message;
      return;
    }
    if (message.kind === 'settled') {
      const waiting = this.#promises.get(message.id);
      this.#promises.delete(message.id);
      if (message.ok) waiting?.resolve(this.#unwrap(message.value));
      else waiting?.reject(this.#unwrap(message.value));
      return;
    }
    let reply: Reply;
    try {
      reply = { kind: 'reply', ok: true, value: this.#wrap(this.#answer(message)) };
    } catch (thrown) {
      reply = { kind: 'reply', ok: false, value: this.#wrap(asError(thrown)) };
    }
    this.#emit(reply);
  }

  #answer(message: Exclude<Message, { kind: 'reply' | 'settled' }>): unknown {
    if (message.kind === 'expose') {
      this.onExpose(message.key, this.#unwrap(message.api, true));
      return undefined;
    }
    const called = this.#functions.get(message.id);
    if (called === undefined) throw new Error('no such function');
    return called(...message.args.map((arg) => this.#unwrap(arg)));
  }

  #wrap(value: unknown, depth = 0): unknown {
    if (depth > DEEPEST) throw new TypeError('contextBridge: recursion depth exceeded');
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (typeof value === 'function') {
      const id = ++this.#count;
      this.#functions.set(id, value as Callable);
      return { $function: id };
    }
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise) return this.#wrapPromise(value);
    if (value instanceof Error) return { $error: value.message };
    if (Array.isArray(value)) return value.map((item) => this.#wrap(item, depth + 1));
    return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#wrap(item, depth + 1)])) : value;
  }

  #wrapPromise(promise: Promise<unknown>): unknown {
    const id = ++this.#count;
    promise.then(
      (value) => this.#emit({ kind: 'settled', id, ok: true, value: this.#wrap(value) }),
      (thrown) => this.#emit({ kind: 'settled', id, ok: false, value: this.#wrap(asError(thrown)) }),
    );
    return { $promise: id };
  }

  #unwrap(value: unknown, freeze = false): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item) => this.#unwrap(item, freeze));
    if ('$function' in value) return (...args: unknown[]) => this.#ask({ kind: 'call', id: value.$function as number, args: args.map((arg) => this.#wrap(arg)) });
    if ('$promise' in value) return new Promise((resolve, reject) => this.#promises.set(value.$promise as number, { resolve, reject }));
    if ('$error' in value) return new Error(value.$error as string);
    if (!isPlain(value)) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#unwrap(item, freeze)]));
    return freeze ? Object.freeze(copy) : copy;
  }
}
