import { type ErrorInfo, toErrorInfo } from '#contract/errors';
import type { Lang } from '#contract/values';
import type { Preferences } from '#contract/workspace';
import { call } from './engine.ts';
import { createStore, useStore } from './store.ts';
import { dismissToasts } from './toasts.ts';

export const preferences = createStore<Preferences>({ lang: 'system', theme: 'system', redUp: false, density: 'regular' });
/** Why the last change of them was not kept; `null` where it was. */
export const preferencesError = createStore<ErrorInfo | null>(null);

/** The language that is shown: the chosen one, else that of the system. */
export function shownLang(lang: Preferences['lang'], system: string = navigator.language): Lang {
  return lang === 'system' ? (system.toLowerCase().startsWith('zh') ? 'zh' : 'en') : lang;
}

const systemDark = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');

function shownTheme(theme: Preferences['theme']): 'light' | 'dark' {
  return theme === 'system' ? (systemDark?.matches === true ? 'dark' : 'light') : theme;
}

function applyToDocument(): void {
  const { theme, lang, redUp, density } = preferences.get();
  const root = document.documentElement;
  root.dataset['theme'] = shownTheme(theme);
  root.dataset['direction'] = redUp ? 'red-up' : 'good-bad';
  root.dataset['density'] = density;
  root.lang = shownLang(lang) === 'zh' ? 'zh-CN' : 'en';
}

/** Reads the preferences and keeps the document in step with them. */
export async function loadPreferences(): Promise<void> {
  preferences.subscribe(applyToDocument);
  systemDark?.addEventListener('change', () => preferences.set((all) => ({ ...all })));
  applyToDocument();
  preferences.set(await call('preferences.get', {}));
}

/** Changes preferences at once and remembers them. */
export function setPreferences(changes: Partial<Preferences>): void {
  // What is said already would stay in the other language.
  if (changes.lang !== undefined) dismissToasts();
  preferences.set((all) => ({ ...all, ...changes }));
  keepPreferences(changes);
}

/** Has the engine write preferences down. */
export function keepPreferences(changes: Partial<Preferences>): void {
  void call('preferences.set', changes).then(
    () => preferencesError.set(null),
    (thrown) => preferencesError.set(toErrorInfo(thrown)),
  );
}

export const usePreferences = () => useStore(preferences);
export const useTheme = () => shownTheme(useStore(preferences).theme);

/** Switches between the two languages. */
export function toggleLang(): void {
  setPreferences({ lang: shownLang(preferences.get().lang) === 'zh' ? 'en' : 'zh' });
}

/** Switches between light and dark. */
export function toggleTheme(): void {
  setPreferences({ theme: shownTheme(preferences.get().theme) === 'dark' ? 'light' : 'dark' });
}
