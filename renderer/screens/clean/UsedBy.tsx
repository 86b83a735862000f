import { ArrowRight, Table2 } from 'lucide-react';
import type { DatasetInfo } from '#contract/datasets';
import { sideHref } from '../../frame/Sidebar.tsx';
import { useWords } from '../../i18n/index.ts';
import { formatHash } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';

/** What follows this table: the parts of the shop model that it fills, and the tables that read it. */
export function UsedBy({ dataset, datasets }: { readonly dataset: DatasetInfo; readonly datasets: readonly DatasetInfo[] }) {
  const { t, text } = useWords();
  const model = useEngine('model.get', {}).data;
  const entities = useEngine('model.entities', {}).data ?? [];
  if (model === undefined) return null;
  const filled = [...new Set(model.datasets.filter((one) => one.dataset === dataset.id).map(({ entity }) => entity))];
  const why = model.unmapped.find((one) => one.dataset === dataset.id)?.reason;
  const readers = datasets.filter(({ id }) => dataset.readBy.includes(id));
  return (
    <div className="sec sp" data-testid="used-by">
      <h4>{t('used.title')}</h4>
      {filled.length === 0 ? (
        <p className="t2 f12 lines">{why === undefined ? t('used.notByModel') : text(why)}</p>
      ) : (
        <a className="lk row g6 f12 lines" href={sideHref('model', filled[0] ?? '')}>
          <span className="el">{t('used.model', { parts: filled.map((id) => text(entities.find((one) => one.id === id)?.title ?? { en: id, zh: id })).join(t('list.comma')) })}</span>
          <ArrowRight className="i xs" aria-hidden="true" />
        </a>
      )}
      {readers.map(({ id, name }) => (
        <a key={id} className="lk row g6 f12 lines" href={sideHref('clean', id)}>
          <Table2 className="i xs" aria-hidden="true" />
          <span className="el">{name}</span>
        </a>
      ))}
      {readers.length === 0 ? null : (
        <a className="lk row g6 f12 lines" href={formatHash('clean', [], { page: 'join' })}>
          {t('used.path')}
        </a>
      )}
    </div>
  );
}
