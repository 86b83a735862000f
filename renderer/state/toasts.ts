import { createStore } from './store.ts';

/** A short message at the bottom; it goes by itself after eight seconds. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'error';
  readonly action?: { readonly label: string; run(): void };
}

const SHOWN_MS = 8000;
let last = 0;

export const toasts = createStore<readonly Toast[]>([]);

/** Takes a toast away. */
export function dismissToast(id: number): void {
  toasts.set((all) => all.filter((toast) => toast.id !== id));
}

/** Shows a message, with one thing to do about it. */
export function toast(text: string, options: { readonly tone?: Toast['tone']; readonly action?: Toast['action'] } = {}): void {
  const id = ++last;
  toasts.set((all) => [...all.slice(-2), { id, text, tone: options.tone ?? 'plain', ...(options.action === undefined ? {} : { action: options.action }) }]);
  setTimeout(() => dismissToast(id), SHOWN_MS);
}
