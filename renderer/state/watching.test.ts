import { beforeEach, expect, test, vi } from 'vitest';
import type { MethodName } from '#contract/methods';
import { workspace } from './engine.ts';
import { preferences } from './preferences.ts';
import { type Asked, askedEngine } from './testing.ts';
import { dismissToasts, toasts } from './toasts.ts';
import { look } from './watching.ts';

let asked: Asked[];
beforeEach(() => {
  vi.stubGlobal('navigator', { language: 'en' });
  preferences.set((all) => ({ ...all, lang: 'en' }));
  asked = askedEngine();
  dismissToasts();
});

const brought = (file: string, rowsNew: number, rowsUpdated = 0, quarantined = 0) => ({ file, rowsNew, rowsUpdated, quarantined });
const told = () => toasts.get().map(({ text, tone, action }) => [text, tone, action?.label ?? null]);
const answer = (method: MethodName, reply: unknown) => asked.find((one) => one.method === method)?.answer(reply);

async function found(news: object): Promise<void> {
  const looked = look();
  await answer('import.check-watched', { changed: true, imported: [], unreadable: [], ...news });
  await answer('workspace.info', { path: '/w.suanpan', revision: 2 });
  await looked;
}

test.each([
  ['a file', [brought('a.csv', 1)], '1 row from 1 watched file came in'],
  ['rows that are changed, too, and rows set aside', [brought('a.csv', 5, 2, 3)], '7 rows from 1 watched file came in; 3 rows set aside'],
  ['the sheets of a workbook and another file', [brought('a.xlsx', 5), brought('a.xlsx', 6), brought('b.csv', 1)], '12 rows from 2 watched files came in'],
])('what came in is told, with an undo: %s', async (_, imported, text) => {
  await found({ imported });
  expect(told()).toEqual([[text, 'plain', 'Undo']]);
  // Everything on screen is asked for anew.
  expect(workspace.get()?.revision).toBe(2);
});

test('the undo of the toast takes it back', async () => {
  await found({ imported: [brought('a.csv', 1)] });
  toasts.get()[0]?.action?.run();
  await answer('history.list', { operations: [{ n: 3, title: { en: 'Imported a.csv', zh: '' } }], cursor: 3 });
  expect(asked.map(({ method }) => method)).toContain('history.undo');
});

test('a look that brings nothing says nothing, and asks for nothing else', async () => {
  await found({ changed: false });
  expect([told(), asked.map(({ method }) => method)]).toEqual([[], ['import.check-watched']]);
});

test('files that cannot be read are told apart from what came in', async () => {
  const error = { code: 'file-damaged', message: { en: 'damaged', zh: '已损坏' } };
  await found({
    imported: [brought('a.csv', 2)],
    unreadable: [
      { name: 'b.xlsx', error },
      { name: 'c.xlsx', error },
    ],
  });
  expect(told()).toEqual([
    ['b.xlsx and 1 other file in watched folders cannot be read', 'error', 'Show why'],
    ['2 rows from 1 watched file came in', 'plain', 'Undo'],
  ]);
});
