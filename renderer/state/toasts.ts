import { createStore } from './store.ts';

/** A short message at the bottom; it goes by itself after eight seconds. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'error';
  readonly action?: { readonly label: string; run(): void };
  /** Of messages of a group only the last one stays: an undo offered earlier would undo something else by now. */
  readonly group?: string;
}

const SHOWN_MS = 8000;
let last = 0;

export const toasts = createStore<readonly Toast[]>([]);

/** Takes a toast away. */
export function dismissToast(id: number): void {
  toasts.set((all) => all.filter((toast) => toast.id !== id));
}

/** Takes all of them away: they would stand over what comes now, or speak another language. */
export function dismissToasts(): void {
  toasts.set((all) => (all.length === 0 ? all : []));
}

/** Shows a message, with one thing to do about it. */
export function toast(text: string, options: { readonly tone?: Toast['tone']; readonly action?: Toast['action']; readonly group?: string } = {}): void {
  const id = ++last;
  const { tone = 'plain', action, group } = options;
  const entry: Toast = { id, text, tone, ...(action === undefined ? {} : { action }), ...(group === undefined ? {} : { group }) };
  toasts.set((all) => [...all.filter((other) => group === undefined || other.group !== group).slice(-2), entry]);
  setTimeout(() => dismissToast(id), SHOWN_MS);
}
