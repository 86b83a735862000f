import { Database, Gauge, Sigma } from 'lucide-react';
import { sideHref, Sidebar } from '../../frame/Sidebar.tsx';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Abacus } from '../../ui/Abacus.tsx';
import { ExplorePage } from './ExplorePage.tsx';
import { LibraryPage } from './LibraryPage.tsx';
import { OverviewPage } from './OverviewPage.tsx';

/** Boards, the library of metrics, and queries. */
export function MetricsScreen({ page }: { readonly page: string }) {
  const { t } = useWords();
  const catalogue = useEngine('metrics.catalogue', {});
  const board = (catalogue.data ?? []).filter((metric) => metric.onBoard);
  const lit = board.filter((metric) => metric.state === 'lit').length;
  const item = (id: string, label: string, icon: typeof Gauge, count?: string) => ({ id, label, icon, href: sideHref('metrics', id), on: page === id, count, testId: `side-${id}` });
  return (
    <>
      <Sidebar
        label={t('stage.metrics')}
        groups={[
          { id: 'boards', title: t('board.boards'), items: [item('overview', t('board.overview'), Gauge)] },
          {
            id: 'deeper',
            title: t('board.deeper'),
            items: [
              item('library', t('library.title'), Sigma, catalogue.data === undefined ? undefined : `${catalogue.data.filter((metric) => metric.state === 'lit').length}/${catalogue.data.length}`),
              item('explore', t('explore.title'), Database),
            ],
          },
        ]}
        foot={
          board.length === 0 ? undefined : (
            <>
              <div className="b f12">{t('board.lit', { lit, all: board.length })}</div>
              <Abacus metrics={board} />
              {lit === board.length ? null : (
                <a className="lk f12" href={sideHref('metrics', 'library')}>
                  {t('board.unlock', { n: board.length - lit })}
                </a>
              )}
            </>
          )
        }
      />
      {page === 'library' ? <LibraryPage /> : page === 'explore' ? <ExplorePage /> : <OverviewPage />}
    </>
  );
}
