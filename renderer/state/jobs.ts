import { type ErrorInfo, toErrorInfo } from '#contract/errors';
import type { CallOptions } from '#contract/methods';
import type { Progress } from '#contract/protocol';
import { createStore } from './store.ts';

/** Long work that is going on, with its progress and its cancel. */
export interface Job {
  readonly id: number;
  readonly title: string;
  readonly progress: Progress | null;
  readonly startedAt: number;
  readonly cancelling: boolean;
  cancel(): void;
}

export const jobs = createStore<readonly Job[]>([]);
/** The last failure that no screen shows in its own place. */
export const failure = createStore<ErrorInfo | null>(null);

let last = 0;

const patch = (id: number, changes: Partial<Job>) => jobs.set((all) => all.map((job) => (job.id === id ? { ...job, ...changes } : job)));

/**
 * Runs work that can take long: it appears in the job tray, can be cancelled, and a failure is shown in the error panel.
 *
 * @returns what the work returns, or `undefined` when it failed or was cancelled
 */
export async function runJob<T>(title: string, work: (options: CallOptions) => Promise<T>, onFailure?: (info: ErrorInfo) => void): Promise<T | undefined> {
  const id = ++last;
  const controller = new AbortController();
  const cancel = () => {
    patch(id, { cancelling: true });
    controller.abort();
  };
  jobs.set((all) => [...all, { id, title, progress: null, startedAt: performance.now(), cancelling: false, cancel }]);
  try {
    return await work({ signal: controller.signal, onProgress: (progress) => patch(id, { progress }) });
  } catch (thrown) {
    const info = toErrorInfo(thrown);
    if (onFailure !== undefined) onFailure(info);
    else if (info.code !== 'cancelled') failure.set(info);
    return undefined;
  } finally {
    jobs.set((all) => all.filter((job) => job.id !== id));
  }
}
