import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SuanpanError } from '#contract/errors';
import { connection } from './engine.ts';
import { preferences, setPreferences } from './preferences.ts';
import { dismissToasts, toasts } from './toasts.ts';
import { tellUnsavedPreferences } from './unsavedPreferences.ts';

let isFull = false;
let stop = (): void => undefined;
beforeEach(() => {
  isFull = false;
  vi.stubGlobal('navigator', { language: 'en' });
  const call = () => (isFull ? Promise.reject(new SuanpanError({ code: 'disk-full', message: { en: 'The disk is full', zh: '磁盘已满' } })) : Promise.resolve(preferences.get()));
  connection.set({ client: { call } as never, bridge: null, lost: false });
  preferences.set((all) => ({ ...all, lang: 'en' }));
  stop = tellUnsavedPreferences();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  dismissToasts();
});

async function choose(theme: 'light' | 'dark'): Promise<(readonly [string, string])[]> {
  setPreferences({ theme });
  await new Promise((resolve) => setTimeout(resolve));
  return toasts.get().map(({ tone, text }) => [tone, text] as const);
}

test('preferences that cannot be kept count, and are told once, and once more after they could be kept again', async () => {
  const told = ['error', 'This choice holds until Suanpan is closed: it could not be written down. The disk is full'] as const;
  expect(await choose('light')).toEqual([]);
  isFull = true;
  expect(await choose('dark')).toEqual([told]);
  expect(preferences.get().theme).toBe('dark');
  expect(await choose('light')).toEqual([told]);
  dismissToasts();
  expect(await choose('dark')).toEqual([]);
  isFull = false;
  expect(await choose('light')).toEqual([]);
  isFull = true;
  expect(await choose('dark')).toEqual([told]);
});
