import { createStore } from './store.ts';

/** Whether tables show personal data as it is. Never remembered: the next start masks again. */
export const reveal = createStore(false);
