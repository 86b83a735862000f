import { GitMerge } from 'lucide-react';
import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../i18n/index.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';

/** What a joined table was joined from, and the way back to it. */
export function JoinedFrom({ dataset, datasets }: { readonly dataset: DatasetInfo; readonly datasets: readonly DatasetInfo[] }) {
  const { t } = useWords();
  const made = useEngine('join.get', { dataset: dataset.id }).data;
  if (made === undefined) return null;
  const nameOf = (id: string) => datasets.find((one) => one.id === id)?.name ?? id;
  const keys = Object.entries(made.on).map(([left, right]) => (left === right ? left : `${left} = ${right}`));
  return (
    <>
      <span className="t2 f12 el">{t('join.madeFrom', { left: nameOf(made.left), right: nameOf(made.right), keys: keys.join(t('list.comma')) })}</span>
      <span className="sp" />
      <Button size="small" icon={<GitMerge className="i s" aria-hidden="true" />} onPress={() => go('clean', [], { page: 'join', table: dataset.id })} testId="join-change">
        {t('join.change')}
      </Button>
    </>
  );
}
