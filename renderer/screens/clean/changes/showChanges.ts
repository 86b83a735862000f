import { go } from '../../../state/router.ts';

/** Goes to what changed in a table. @param n the change after which it was as it is compared with; absent: last week */
export function showChanges(dataset: string, n?: number): void {
  go('clean', [dataset], { page: 'changes', since: n === undefined ? undefined : String(n) });
}
