import { call, revision } from '../../state/engine.ts';
import { useStore } from '../../state/store.ts';
import { SetAsideGrid } from '../collect/SetAsideGrid.tsx';

/** Rows of this table's files that were set aside at import. */
export function SetAsideList({ dataset }: { readonly dataset: string }) {
  const now = useStore(revision);
  return <SetAsideGrid of={`${dataset} ${now}`} withFile load={(offset, limit) => call('import.set-aside', { dataset, offset, limit })} />;
}
