import type { InspectedColumn, InspectedTable } from '#contract/import';
import { maskCell } from '#contract/personal';
import { useWords } from '../../i18n/index.ts';
import { type ImportFile, maskColumn } from '../../state/importSession.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';

/** Whether a column is about people, or the user said how it is shown. */
export const isPersonal = ({ people, personal, shown }: InspectedColumn): boolean => people !== null || personal || shown;

const EXAMPLES = 2;
const TEXTS: ReadonlySet<string> = new Set(['text', 'id', 'enum', 'json']);

/** The columns about people, of what each, and whether they are masked wherever they are shown. */
export function PersonalDialog({ files, onClose }: { readonly files: readonly ImportFile[]; onClose(): void }) {
  const { t } = useWords();
  const several = files.length > 1;
  const tables = files.flatMap((file) => (file.inspected?.tables ?? []).filter(({ columns }) => columns.some(isPersonal)).map((table) => ({ file, table })));
  return (
    <Dialog
      title={t('import.people.title')}
      onClose={onClose}
      style={{ width: 680, maxHeight: 620 }}
      testId="people-dialog"
      footer={
        <>
          <span className="t2 f12 lines">{t('import.people.detail')}</span>
          <span className="sp" />
          <Button kind="primary" autoFocus onPress={onClose} testId="people-done">
            {t('import.cells.done')}
          </Button>
        </>
      }
    >
      <div className="people-tables">
        {tables.map(({ file, table }) => (
          <PeopleOfTable key={`${file.key} ${table.name}`} file={file} table={table} title={several || table.name !== '' ? [file.name, table.name].filter((part) => part !== '').join(' · ') : null} />
        ))}
      </div>
    </Dialog>
  );
}

function PeopleOfTable({ file, table, title }: { readonly file: ImportFile; readonly table: InspectedTable; readonly title: string | null }) {
  const { t, text } = useWords();
  const others = table.columns.filter((column) => !isPersonal(column) && TEXTS.has(column.type));
  const choose = (column: string, isMasked: boolean) => void maskColumn(file.key, table.name, column, isMasked);
  return (
    <section aria-label={title ?? t('import.people.title')} className={file.busy ? 'busy' : ''}>
      {title === null ? null : <h4 className="el">{title}</h4>}
      <table className="tbl tight" aria-label={title ?? t('import.people.title')}>
        <tbody>
          {table.columns.filter(isPersonal).map((column) => (
            <tr key={column.name}>
              <td className="m max-240 el" title={column.name}>
                <span className="row g6">
                  <TypeIcon type={column.type} />
                  <span className="el">{column.name}</span>
                </span>
              </td>
              <td className="t2 nw">{column.people === null ? t('import.people.chosen') : text(column.people)}</td>
              <td className="t3 el max-240">
                {column.examples
                  .slice(0, EXAMPLES)
                  .map((example) => (column.personal ? maskCell(example) : example))
                  .join(' · ')}
              </td>
              <td className="r">
                <Segmented
                  label={t('import.people.how', { column: column.name })}
                  small
                  value={column.personal ? 'masked' : 'shown'}
                  options={[
                    { value: 'masked', label: t('import.people.masked') },
                    { value: 'shown', label: t('import.people.shown') },
                  ]}
                  onChange={(value) => choose(column.name, value === 'masked')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others.length === 0 ? null : (
        <Choice
          label={t('import.people.another')}
          small
          value={null}
          shown={t('import.people.another')}
          options={others.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name) => choose(name, true)}
          testId="people-another"
        />
      )}
    </section>
  );
}
