import { afterEach, beforeEach, expect, test } from 'vitest';
import { SuanpanError } from '#contract/errors';
import { addPaths, closeImport, importFiles, inspect } from './importSession.ts';
import { failure } from './jobs.ts';
import { type Asked, askedEngine } from './testing.ts';
import { toasts } from './toasts.ts';

let asked: Asked[];
beforeEach(() => {
  asked = askedEngine();
  failure.set(null);
});
afterEach(closeImport);

const damaged = (name: string) => new SuanpanError({ code: 'file-damaged', message: { en: `${name} is damaged`, zh: `${name} 已损坏` } });
const listed = (name: string) => ({ files: [{ name, bytes: 5, source: { kind: 'path', path: `/d/${name}` } }] });
const inspected = (name: string) => ({ file: name, bytes: 5, tables: [], alreadyIn: null, preset: null });
const shown = () => importFiles.get()?.map(({ name, busy, error, inspected: seen }) => [name, busy, error?.message.en ?? null, seen === null ? null : 'read']) ?? null;

/** Opens the dialog over a file, which the engine is still reading. */
async function opened(name: string): Promise<Asked> {
  const before = asked.length;
  void addPaths([`/d/${name}`]);
  await asked[before]?.answer(listed(name));
  return asked[before + 1] as Asked;
}

test('an answer that comes when its dialog is closed is no news, be it an error', async () => {
  const late = await opened('a.csv');
  expect([late.method, shown()]).toEqual(['import.inspect', [['a.csv', true, null, null]]]);
  closeImport();
  await late.fail(damaged('a.csv'));
  expect([shown(), failure.get(), toasts.get()]).toEqual([null, null, []]);
});

test('nor does it come into the dialog that was opened since', async () => {
  const late = await opened('a.csv');
  closeImport();
  const next = await opened('a.csv');
  await late.fail(damaged('a.csv'));
  expect(shown()).toEqual([['a.csv', true, null, null]]);
  await next.answer(inspected('a.csv'));
  expect(shown()).toEqual([['a.csv', false, null, 'read']]);
});

test('of two questions about a file the later one is answered, whichever answer comes first', async () => {
  const first = await opened('a.csv');
  const key = importFiles.get()?.[0]?.key ?? -1;
  void inspect(key, { encoding: 'big5' });
  const second = asked.at(-1) as Asked;
  await second.answer(inspected('a.csv'));
  await first.fail(damaged('a.csv'));
  expect(shown()).toEqual([['a.csv', false, null, 'read']]);
});

test('a question that another one has overtaken is taken back, and so is what a closed dialog asked', async () => {
  const first = await opened('a.csv');
  void inspect(importFiles.get()?.[0]?.key ?? -1, { encoding: 'big5' });
  const second = asked.at(-1) as Asked;
  const takenBack = () => [first, second].map(({ options }) => options?.signal?.aborted);
  expect(takenBack()).toEqual([true, false]);
  closeImport();
  expect(takenBack()).toEqual([true, true]);
});

test('how far the engine is with a file is shown until it answers; an older question tells nothing', async () => {
  const first = await opened('a.csv');
  const tell = ({ options }: Asked, done: number) => options?.onProgress?.({ done, total: 4, note: { en: 'Looking through a.csv', zh: '正在检查 a.csv' } });
  const told = () => importFiles.get()?.[0]?.progress?.done ?? null;
  const seen = [told()];
  tell(first, 1);
  seen.push(told());
  void inspect(importFiles.get()?.[0]?.key ?? -1, { encoding: 'big5' });
  tell(first, 2);
  seen.push(told());
  tell(asked.at(-1) as Asked, 3);
  seen.push(told());
  await asked.at(-1)?.answer(inspected('a.csv'));
  expect([...seen, told()]).toEqual([null, 1, null, 3, null]);
});

test('a dialog that was closed stays closed while more folders are listed', async () => {
  void addPaths(['/d/a.csv', '/d/b.csv']);
  await asked[0]?.answer(listed('a.csv'));
  closeImport();
  await asked[1]?.answer(inspected('a.csv'));
  await asked[2]?.answer(listed('b.csv'));
  expect([asked.map(({ method }) => method), shown()]).toEqual([['import.list', 'import.inspect', 'import.forget'], null]);
});

test('a path that cannot be listed leaves the others in the dialog, and says why', async () => {
  void addPaths(['/d/a.csv', '/d/gone']);
  await asked[0]?.answer(listed('a.csv'));
  await asked[1]?.answer(inspected('a.csv'));
  await asked[2]?.fail(new SuanpanError({ code: 'file-missing', message: { en: 'There is no file gone', zh: '没有文件 gone' } }));
  expect([shown(), failure.get()?.message.en]).toEqual([[['a.csv', false, null, 'read']], 'There is no file gone']);
});
