import { beforeEach, expect, test } from 'vitest';
import { SuanpanError } from '#contract/errors';
import type { CallOptions } from '#contract/methods';
import { failure, jobs, runJob } from './jobs.ts';

beforeEach(() => failure.set(null));

const note = { en: 'Reading', zh: '读取中' };
const shown = () => jobs.get().map(({ title, progress, cancelling }) => [title, progress?.done ?? null, cancelling]);

/** Work that is begun, with what the engine would do in its course. */
function begun(title = 'Import') {
  let options: CallOptions = {};
  let end: { resolve(value: string): void; reject(thrown: unknown): void } = { resolve: () => undefined, reject: () => undefined };
  const result = runJob(title, (given) => {
    options = given;
    return new Promise<string>((resolve, reject) => {
      end = { resolve, reject };
    });
  });
  return { result, report: (done: number) => options.onProgress?.({ done, total: 10, note }), isCancelled: () => options.signal?.aborted === true, end };
}

test('a job is shown with how far it is, until it is over', async () => {
  const { result, report, end } = begun();
  expect(shown()).toEqual([['Import', null, false]]);
  report(3);
  report(7);
  expect(shown()).toEqual([['Import', 7, false]]);
  end.resolve('done');
  expect(await result).toBe('done');
  expect(shown()).toEqual([]);
});

test('a cancelled job stays until the engine has stopped, gives nothing, and is no failure; the others go on', async () => {
  const first = begun('Import 1 file');
  const second = begun('Import 2 files');
  jobs.get()[0]?.cancel();
  expect([first.isCancelled(), second.isCancelled(), shown()]).toEqual([
    true,
    false,
    [
      ['Import 1 file', null, true],
      ['Import 2 files', null, false],
    ],
  ]);
  first.end.reject(new SuanpanError({ code: 'cancelled', message: { en: 'Cancelled', zh: '已取消' } }));
  expect(await first.result).toBeUndefined();
  expect([shown(), failure.get()]).toEqual([[['Import 2 files', null, false]], null]);
  second.end.resolve('done');
  await second.result;
});

test('a job that fails says why', async () => {
  const { result, end } = begun();
  end.reject(new SuanpanError({ code: 'disk-full', message: { en: 'The disk is full', zh: '磁盘已满' } }));
  expect(await result).toBeUndefined();
  expect([shown(), failure.get()?.message.en]).toEqual([[], 'The disk is full']);
});
