import type { DatasetInfo } from '#contract/datasets';
import { useRoute } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { JoinPage } from './JoinPage.tsx';

/** A new join, or one that was made and is to be changed. */
export function JoinScreen({ datasets }: { readonly datasets: readonly DatasetInfo[] }) {
  const { query } = useRoute();
  const changed = datasets.find((one) => one.origin === 'join' && one.id === query['table']);
  const made = useEngine('join.get', changed === undefined ? null : { dataset: changed.id });
  if (changed === undefined) return <JoinPage key="new" datasets={datasets} />;
  return <Await answer={made}>{(request) => <JoinPage key={changed.id} datasets={datasets} made={{ ...request, replace: changed.id }} />}</Await>;
}
