import type { CallOptions, MethodName } from '#contract/methods';
import { connection } from './engine.ts';

/** A question to the engine that waits for its answer. */
export interface Asked {
  readonly method: MethodName;
  readonly request: unknown;
  readonly options: CallOptions | undefined;
  /** Answers, and lets everything that waits for it go on. */
  answer(reply: unknown): Promise<void>;
  fail(thrown: unknown): Promise<void>;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** In the place of an engine a list of what was asked, for tests; each is answered by hand. */
export function askedEngine(): Asked[] {
  const asked: Asked[] = [];
  const call = (method: MethodName, request: unknown, options?: CallOptions) =>
    new Promise((resolve, reject) => {
      const then = (settle: (value: unknown) => void) => async (value: unknown) => {
        settle(value);
        await settled();
      };
      asked.push({ method, request, options, answer: then(resolve), fail: then(reject) });
    });
  connection.set({ client: { call } as never, bridge: null, lost: false });
  return asked;
}
