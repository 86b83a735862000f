import { Check } from 'lucide-react';
import type { DatasetMapping, EntityInfo } from '#contract/model';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { SimpleTable } from '../../ui/SimpleTable.tsx';

const ROWS = 4;

/** What this mapping makes of the first rows. */
export function FirstRows({ mapped, entity }: { readonly mapped: DatasetMapping; readonly entity: EntityInfo }) {
  const { t, text } = useWords();
  const answer = useEngine('model.preview', { entity: entity.id, dataset: mapped.dataset, limit: ROWS });
  const titles = new Map(entity.fields.map((field) => [field.id, text(field.title)]));
  return (
    <section className="first-rows">
      <div className="ch">
        <h3>{t('model.firstRows', { entity: text(entity.title) })}</h3>
        <span className="sub">{t('model.firstRowsDetail')}</span>
        <span className="sp" />
        {answer.data === undefined ? null : (
          <span className={answer.data.fits === 0 && answer.data.total > 0 ? 'row g4 tw f12' : 'row g4 tg f12'}>
            {answer.data.fits === 0 ? null : <Check className="i s" aria-hidden="true" />}
            {t('model.fits', answer.data)}
          </span>
        )}
      </div>
      <Await answer={answer} lines={3}>
        {(preview) => (
          <SimpleTable
            label={t('model.firstRows', { entity: text(entity.title) })}
            columns={preview.columns.map((column) => ({ ...column, title: titles.get(column.name) ?? column.name }))}
            rows={preview.rows}
          />
        )}
      </Await>
    </section>
  );
}
