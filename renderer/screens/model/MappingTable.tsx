import type { DatasetMapping, EntityInfo } from '#contract/model';
import { formatPercent } from '../../format/numbers.ts';
import { maskPersonal } from '#contract/personal';
import { useWords } from '../../i18n/index.ts';
import { Choice } from '../../ui/Choice.tsx';

/** The same mapping as a table: the form to change a line in, and the one for screen readers. */
export function MappingTable({ mapped, entity, onField }: { readonly mapped: DatasetMapping; readonly entity: EntityInfo; onField(field: string, column: string | null): void }) {
  const { t, text } = useWords();
  return (
    <section className="card no-shrink model-table">
      <table className="tbl">
        <thead>
          <tr>
            <th>{t('model.field')}</th>
            <th>{t('model.column')}</th>
            <th>{t('model.example')}</th>
            <th className="r">{t('model.confidence')}</th>
            <th>{t('model.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {entity.fields.map((field) => {
            const source = mapped.mapping.fields[field.id];
            const match = mapped.matches.find((one) => one.field === field.id);
            const column = typeof source === 'string' ? mapped.columns.find((one) => one.name === source) : undefined;
            return (
              <tr key={field.id}>
                <td className="m">
                  {text(field.title)} {field.required ? <span className="t3 f12">{t('model.required')}</span> : null}
                </td>
                <td>
                  {typeof source === 'object' ? (
                    <code className="mono f12">{'expr' in source ? source.expr : String(source.const)}</code>
                  ) : (
                    <Choice
                      label={text(field.title)}
                      small
                      value={source ?? ''}
                      options={[{ value: '', label: t('model.none') }, ...mapped.columns.map((one) => ({ value: one.name, label: one.name }))]}
                      onChange={(name) => onField(field.id, name === '' ? null : name)}
                      testId={`field-${field.id}`}
                    />
                  )}
                </td>
                <td className="t3 el cut num">{maskPersonal(column?.example ?? '')}</td>
                <td className="r">{match === undefined ? '—' : formatPercent(match.confidence, 0)}</td>
                <td className="t2 el cut">{match === undefined ? '' : text(match.reason)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
