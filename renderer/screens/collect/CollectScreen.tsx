import { Files, FolderSearch, ListChecks, OctagonX, ShieldAlert, Upload } from 'lucide-react';
import { formatNumber } from '../../format/numbers.ts';
import { sideHref, Sidebar } from '../../frame/Sidebar.tsx';
import { usePaste } from '../../frame/usePaste.ts';
import { useWords } from '../../i18n/index.ts';
import { useWorkspace } from '../../state/engine.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { Button } from '../../ui/Button.tsx';
import { ExportChecklist } from '../start/ExportChecklist.tsx';
import { FreshnessTable } from './FreshnessTable.tsx';
import { FilesPage } from './FilesPage.tsx';
import { WatchedPage } from './WatchedPage.tsx';
import { SourcePage } from './SourcePage.tsx';
import { RefusedPage, SetAsidePage } from './ProblemRows.tsx';

/** What is in the workspace, and what was set aside on the way. */
export function CollectScreen({ page, source }: { readonly page: string; readonly source?: number }) {
  const { t } = useWords();
  usePaste();
  const counts = useWorkspace()?.counts;
  const titles: Readonly<Record<string, string>> = {
    files: t('collect.files'),
    'set-aside': t('collect.setAside'),
    refused: t('collect.refused'),
    checklist: t('collect.checklist'),
    watched: t('watch.title'),
  };
  const items = [
    { id: 'files', icon: Files, count: undefined },
    { id: 'checklist', icon: ListChecks, count: undefined },
    { id: 'watched', icon: FolderSearch, count: undefined },
    { id: 'set-aside', icon: ShieldAlert, count: counts === undefined ? undefined : formatNumber(counts.setAside) },
    { id: 'refused', icon: OctagonX, count: counts === undefined ? undefined : formatNumber(counts.refused) },
  ].map((item) => ({ ...item, label: titles[item.id] ?? '', href: sideHref('collect', item.id), on: page === item.id, testId: `side-${item.id}` }));
  return (
    <>
      <Sidebar label={t('stage.collect')} groups={[{ id: 'sources', title: t('collect.sources'), items }]} />
      <main className="main">
        <div className="ph">
          <h1>{titles[page] ?? t('collect.files')}</h1>
          <span className="sp" />
          <Button kind="primary" icon={<Upload className="i" />} onPress={() => void chooseFiles()} testId="collect-import">
            {t('collect.import')}
          </Button>
        </div>
        {page === 'set-aside' ? (
          <SetAsidePage />
        ) : page === 'refused' ? (
          <RefusedPage />
        ) : page === 'checklist' ? (
          <div className="pg pad-t scroll-y">
            <FreshnessTable />
            <ExportChecklist />
          </div>
        ) : page === 'watched' ? (
          <WatchedPage />
        ) : source !== undefined ? (
          <SourcePage key={source} id={source} />
        ) : (
          <FilesPage />
        )}
      </main>
    </>
  );
}
