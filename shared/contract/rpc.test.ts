import { describe, expect, it } from 'vitest';
import { packMessage, unpackMessage } from './frames.ts';
import type { Handlers } from './methods.ts';
import type { Message } from './protocol.ts';
import { connect, serve, wirePair } from './rpc.ts';

function engineWith(handlers: Record<string, (params: never, context: { signal: AbortSignal; progress: (p: unknown) => void }) => unknown>) {
  const [near, far] = wirePair();
  serve(far, handlers as unknown as Handlers);
  return connect(near);
}

describe('rpc', () => {
  it('answers a call with its value', async () => {
    const client = engineWith({ 'workspace.info': () => null });
    expect(await client.call('workspace.info', {})).toBeNull();
  });

  it('answers an unknown method, also one that every object has', async () => {
    const client = engineWith({});
    await expect(client.call('constructor' as 'workspace.info', {})).rejects.toMatchObject({ info: { code: 'unknown-method' } });
  });

  it('cancels: the handler hears it, the caller gets a cancelled failure', async () => {
    let heard = false;
    const client = engineWith({
      'workspace.verify': (_params, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            heard = true;
            reject(signal.reason);
          });
        }),
    });
    const controller = new AbortController();
    const call = client.call('workspace.verify', {}, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ info: { code: 'cancelled' } });
    expect(heard).toBe(true);
  });

  it('reports progress in order, and an unclonable reply as a failure', async () => {
    const seen: number[] = [];
    const client = engineWith({
      'workspace.verify': (_params, { progress }) => {
        for (const done of [1, 2, 3]) progress({ done, total: 3, note: { en: '', zh: '' } });
        return () => 1;
      },
    });
    await expect(client.call('workspace.verify', {}, { onProgress: (p) => seen.push(p.done) })).rejects.toMatchObject({ info: { code: 'internal' } });
    expect(seen).toEqual([1, 2, 3]);
  });
});

describe('frames', () => {
  it('carries typed arrays, NaN and hostile names exactly', () => {
    const message: Message = {
      type: 'reply',
      id: 7,
      value: { numbers: Float64Array.of(1.5, Number.NaN, -0.1), codes: Uint32Array.of(1, 4294967295), nothing: null, not: Number.NaN, ['__proto__']: { polluted: 1 }, 汉: '字' },
    };
    const back = unpackMessage(packMessage(message));
    expect(back).toEqual(message);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('keeps what is said to be undefined, as other wires do: it takes a choice back', () => {
    const options = { footerRows: undefined, types: { a: undefined, b: 'id' }, $undefined: 1 };
    const back = unpackMessage(packMessage({ type: 'reply', id: 1, value: options })) as { value: typeof options };
    expect(back.value).toStrictEqual(options);
    expect(Object.keys(back.value)).toEqual(['footerRows', 'types', '$undefined']);
  });

  it('refuses a frame that is cut short', () => {
    const frame = packMessage({ type: 'reply', id: 1, value: Float64Array.of(1, 2, 3) });
    for (const length of [0, 3, 10, frame.length - 8]) expect(() => unpackMessage(frame.subarray(0, length))).toThrow();
  });
});
