import { FileX, Plus, Table2 } from 'lucide-react';
import { memo } from 'react';
import { formatBytes, formatNumber, formatPercent } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { chooseFiles, type ImportFile, rememberChoices, skipFile } from '../../state/importSession.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Toggle.tsx';
import { isUnsure } from './tableState.ts';

/** Drawn at most; a folder of more files still imports whole, and the rest is counted. */
const SHOWN = 400;

/** The files on their way in, each with its state. */
export function FileList({ files, chosen, onChoose }: { readonly files: readonly ImportFile[]; readonly chosen: number | null; onChoose(key: number): void }) {
  const { t } = useWords();
  const remember = useStore(rememberChoices);
  return (
    <div className="imp-files">
      <div className="imp-list">
        {files.slice(0, SHOWN).map((file) => (
          <FileEntry key={file.key} file={file} on={file.key === chosen} onChoose={onChoose} />
        ))}
        {files.length > SHOWN ? <div className="t3 f12 pad">{t('import.more', { n: files.length - SHOWN })}</div> : null}
      </div>
      <button type="button" className="imp-more" onClick={() => void chooseFiles()}>
        <Plus className="i s" aria-hidden="true" />
        {t('import.dropMore')}
      </button>
      <Button kind="link" className="f12 imp-folder" onPress={() => document.querySelector<HTMLInputElement>('[data-testid=folder-input]')?.click()}>
        {t('import.addFolder')}
      </Button>
      <div className="imp-remember">
        <Tick on={remember} onChange={(on) => rememberChoices.set(on)} testId="import-remember">
          <span className="m">{t('import.remember')}</span>
        </Tick>
        <div className="t3 f11">{t('import.remember.detail')}</div>
      </div>
    </div>
  );
}

/** Drawn again only when it changes itself: hundreds of files arrive one by one. */
const FileEntry = memo(function FileEntry({ file, on, onChoose }: { readonly file: ImportFile; readonly on: boolean; onChoose(key: number): void }) {
  const { t } = useWords();
  const tables = file.inspected?.tables.length ?? 0;
  return (
    <div className={`imp-file${on ? ' on' : ''}${file.skip ? ' skip' : ''}`}>
      <Tick disabled={file.error !== null} label={t('import.take', { name: file.name })} on={!file.skip && file.error === null} onChange={(take) => skipFile(file.key, !take)} />
      <button type="button" aria-current={on} onClick={() => onChoose(file.key)} title={file.name}>
        <span className="row g6">
          {file.error === null ? <Table2 className={on ? 'i tc' : 'i t3'} aria-hidden="true" /> : <FileX className="i tc" aria-hidden="true" />}
          <span className="m el sp">{file.name}</span>
        </span>
        <span className="row g6 imp-file-2">
          <span className="f11 t3 nw">
            {tables > 1 ? `${t('import.sheets', { n: tables })}, ` : ''}
            {file.bytes === null ? '' : formatBytes(file.bytes)}
          </span>
          <FileTag file={file} />
        </span>
      </button>
    </div>
  );
});

function FileTag({ file }: { readonly file: ImportFile }) {
  const { t } = useWords();
  if (file.error !== null) return <span className="tag e">{t('import.state.error')}</span>;
  if (file.busy) {
    const { done, total } = file.progress ?? { done: 0, total: 0 };
    return <span className="tag">{total > 1 ? t('import.state.readingShare', { share: formatPercent(done / total, 0) }) : t('import.state.reading')}</span>;
  }
  if (file.inspected === null) return null;
  if (file.inspected.alreadyIn !== null && !file.again) return <span className="tag">{t('import.state.already')}</span>;
  const setAside = file.inspected.tables.reduce((sum, table) => sum + table.setAsideRows, 0);
  if (file.inspected.tables.length === 0) return <span className="tag">{t('import.state.noTable')}</span>;
  if (setAside > 0) return <span className="tag w">{t('import.state.setAside', { n: setAside, shown: formatNumber(setAside) })}</span>;
  const refused = file.inspected.tables.reduce((sum, table) => sum + table.refusedCells, 0);
  if (file.inspected.tables.some(isUnsure)) return <span className="tag w">{t('import.state.unsure')}</span>;
  if (refused > 0) return <span className="tag w">{t('import.problems', { rows: 0, cells: refused })}</span>;
  return <span className="tag g">{t('import.state.ready')}</span>;
}
