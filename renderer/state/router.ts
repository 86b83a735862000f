import { createStore, useStore } from './store.ts';

/** Where the window is: `#/metrics/overview?from=2025-06-01`. */
export interface Route {
  /** `start`, a stage, `history` or `settings`. */
  readonly section: string;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** Reads the hash of an address; anything unreadable is the start. */
export function parseHash(hash: string): Route {
  const text = hash.replace(/^#?\/?/, '');
  const mark = text.indexOf('?');
  const [section, ...path] = (mark === -1 ? text : text.slice(0, mark))
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  const query: Record<string, string> = {};
  if (mark !== -1) for (const [key, value] of new URLSearchParams(text.slice(mark + 1))) query[key] = value;
  return { section: section ?? 'start', path, query };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Writes a route as a hash; empty query values are left out. */
export function formatHash(section: string, path: readonly string[] = [], query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const search = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
  return `#/${[section, ...path].map(encodeURIComponent).join('/')}${search}`;
}

const route = createStore<Route>(parseHash(typeof location === 'undefined' ? '' : location.hash));
if (typeof window !== 'undefined') window.addEventListener('hashchange', () => route.set(parseHash(location.hash)));

/** Goes to a place; back returns from it. */
export function go(section: string, path: readonly string[] = [], query: Readonly<Record<string, string | undefined>> = {}): void {
  location.hash = formatHash(section, path, query);
}

/** Changes parameters of the present place without a new entry in the history. */
export function patchQuery(changes: Readonly<Record<string, string | undefined>>): void {
  const now = route.get();
  const hash = formatHash(now.section, now.path, { ...now.query, ...changes });
  history.replaceState(null, '', hash);
  route.set(parseHash(hash));
}

export const currentRoute = () => route.get();
export const useRoute = () => useStore(route);
