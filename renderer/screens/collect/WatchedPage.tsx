import { FolderSearch, X } from 'lucide-react';
import { useState } from 'react';
import type { WatchedFile, WatchedFolder } from '#contract/watched';
import { formatBytes } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';

/** Folders whose new files come in by themselves. */
export function WatchedPage() {
  const { t } = useWords();
  const folders = useEngine('import.watched', {});
  return (
    <div className="pg pad-t scroll-y" data-testid="watched-page">
      <AddFolder />
      <Await answer={folders} lines={4}>
        {(list) => (list.length === 0 ? <Empty title={t('watch.none')}>{t('watch.none.detail')}</Empty> : list.map((folder) => <Folder key={folder.path} folder={folder} />))}
      </Await>
    </div>
  );
}

const TAGS: Readonly<Record<WatchedFile['state'], string>> = { new: 'tag', imported: 'tag g', 'passed-over': 'tag', failed: 'tag e' };

const watch = (path: string, on: boolean, title: string) => runJob(title, (options) => change('import.watch', { path, on }, options));

function AddFolder() {
  const { t } = useWords();
  const [path, setPath] = useState('');
  const add = async () => {
    const wanted = path.trim();
    if (wanted !== '' && (await watch(wanted, true, t('watch.add'))) !== undefined) setPath('');
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="pad row g8">
        <FolderSearch className="i t3" aria-hidden="true" />
        <input
          className="inp sp"
          aria-label={t('watch.path')}
          placeholder={t('watch.placeholder')}
          value={path}
          onChange={(event) => setPath(event.target.value)}
          data-testid="watch-path"
          spellCheck={false}
        />
        <Button kind="primary" disabled={path.trim() === ''} onPress={() => void add()} testId="watch-add">
          {t('watch.add')}
        </Button>
      </div>
    </form>
  );
}

function Folder({ folder }: { readonly folder: WatchedFolder }) {
  const { t, text } = useWords();
  return (
    <section className="card" aria-label={folder.path}>
      <div className="ch">
        <h3 className="el">{folder.path}</h3>
        <span className="sp" />
        <Button size="small" kind="quiet" icon={<X className="i s" />} onPress={() => void watch(folder.path, false, t('watch.stop'))}>
          {t('watch.stop')}
        </Button>
      </div>
      {folder.error === null ? null : <div className="notice">{text(folder.error.message)}</div>}
      {folder.files.length === 0 ? (
        <div className="pad t2 f12">{t('watch.empty')}</div>
      ) : (
        <table className="tbl tight">
          <tbody>
            {folder.files.slice(0, 200).map(({ name, bytes, state, error }) => (
              <tr key={name}>
                <td className="m el max-320">{name}</td>
                <td className="r">{formatBytes(bytes)}</td>
                <td>
                  <span className={TAGS[state]}>{t(`watch.state.${state}`)}</span>
                </td>
                <td className="t2 f12">{error === null ? '' : text(error.message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
