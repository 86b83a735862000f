import { SuanpanError, toErrorInfo } from './errors.ts';
import type { CallOptions, EngineClient, Handlers, MethodName, Reply, Request } from './methods.ts';
import type { Message, Wire } from './protocol.ts';

/**
 * Answers the requests that arrive on a wire: the one dispatcher of all hosts.
 *
 * Unknown methods, failing handlers and replies that cannot be sent are all answered with an error, so no caller waits for ever.
 *
 * @returns a function that stops serving and cancels what is running
 */
export function serve(wire: Wire, handlers: Handlers): () => void {
  const running = new Map<number, AbortController>();
  const stop = () => {
    for (const controller of running.values()) controller.abort();
    running.clear();
  };
  wire.onMessage((message) => {
    if (message.type === 'cancel') running.get(message.id)?.abort();
    if (message.type === 'request') void answer(wire, handlers, running, message);
  });
  wire.onClose(stop);
  return stop;
}

async function answer(wire: Wire, handlers: Handlers, running: Map<number, AbortController>, request: Extract<Message, { type: 'request' }>): Promise<void> {
  const controller = new AbortController();
  running.set(request.id, controller);
  try {
    if (!Object.hasOwn(handlers, request.method)) {
      throw new SuanpanError({ code: 'unknown-method', message: { en: `unknown method: ${request.method}`, zh: `未知方法：${request.method}` } });
    }
    const handler = handlers[request.method as MethodName] as (params: unknown, context: { signal: AbortSignal; progress: (progress: never) => void }) => unknown;
    const value = await handler(request.params, {
      signal: controller.signal,
      progress: (progress) => {
        if (!controller.signal.aborted) wire.post({ type: 'progress', id: request.id, progress });
      },
    });
    wire.post({ type: 'reply', id: request.id, value });
  } catch (thrown) {
    wire.post({ type: 'failure', id: request.id, error: toErrorInfo(thrown) });
  } finally {
    running.delete(request.id);
  }
}

interface PendingCall {
  resolve(value: unknown): void;
  reject(error: SuanpanError): void;
  readonly options: CallOptions;
}

/** The engine at the far end of a wire, as its users see it. */
export function connect(wire: Wire): EngineClient {
  const pending = new Map<number, PendingCall>();
  let lastId = 0;
  let closed = false;
  wire.onMessage((message) => {
    if (message.type === 'request' || message.type === 'cancel') return;
    const call = pending.get(message.id);
    if (call === undefined) return;
    if (message.type === 'progress') {
      call.options.onProgress?.(message.progress);
      return;
    }
    pending.delete(message.id);
    if (message.type === 'reply') call.resolve(message.value);
    else call.reject(new SuanpanError(message.error));
  });
  wire.onClose(() => {
    closed = true;
    for (const call of pending.values()) call.reject(connectionClosed());
    pending.clear();
  });
  return {
    call<M extends MethodName>(method: M, request: Request<M>, options: CallOptions = {}): Promise<Reply<M>> {
      return new Promise<Reply<M>>((resolve, reject) => {
        if (closed) return reject(connectionClosed());
        const id = ++lastId;
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject, options });
        // The far end answers a cancel with a `cancelled` failure once it has put everything back: the caller hears it then, not before.
        const cancel = () => wire.post({ type: 'cancel', id });
        options.signal?.addEventListener('abort', cancel, { once: true });
        try {
          wire.post({ type: 'request', id, method, params: request });
          if (options.signal?.aborted) cancel();
        } catch (thrown) {
          pending.delete(id);
          reject(new SuanpanError(toErrorInfo(thrown)));
        }
      });
    },
    close: () => wire.close(),
  };
}

function connectionClosed(): SuanpanError {
  return new SuanpanError({
    code: 'closed',
    message: { en: 'The connection to the engine is closed', zh: '与引擎的连接已关闭' },
    hint: { en: 'Start Suanpan again; what was done is saved', zh: '请重新启动算盘；已完成的操作均已保存' },
  });
}

/** Two wires that lead into each other, for an engine in the same process. Messages are copied, as every other transport copies them. */
export function wirePair(): [Wire, Wire] {
  const listeners: [((message: Message) => void)[], ((message: Message) => void)[]] = [[], []];
  const closers: (() => void)[] = [];
  const end = (own: 0 | 1): Wire => ({
    post(message) {
      const copy = structuredClone(message);
      queueMicrotask(() => {
        for (const listener of listeners[own === 0 ? 1 : 0]) listener(copy);
      });
    },
    onMessage: (listener) => void listeners[own].push(listener),
    onClose: (listener) => void closers.push(listener),
    close: () => {
      for (const closer of closers) closer();
    },
  });
  return [end(0), end(1)];
}
