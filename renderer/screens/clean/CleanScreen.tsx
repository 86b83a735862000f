import { GitBranch, GitMerge, ListChecks, ShieldAlert, Table2 } from 'lucide-react';
import type { DatasetInfo } from '#contract/datasets';
import { formatNumber } from '../../format/numbers.ts';
import { sideHref, Sidebar } from '../../frame/Sidebar.tsx';
import { useWords } from '../../i18n/index.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { formatHash, useRoute } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JoinScreen } from '../join/JoinScreen.tsx';
import { ChecksPage } from './ChecksPage.tsx';
import { ChangesPage } from './changes/ChangesPage.tsx';
import { RecipePage } from './RecipePage.tsx';

/** One recipe a table, and joins of two tables. */
export function CleanScreen({ target }: { readonly target?: string }) {
  const { t } = useWords();
  const { query } = useRoute();
  const datasets = useEngine('datasets.list', {});
  const joining = query['page'] === 'join';
  const list = datasets.data ?? [];
  const dataset = list.find((one) => one.id === target) ?? list[0];
  const page = query['page'];
  const rules = list.reduce((sum, one) => sum + one.checks, 0);
  const setAside = list.reduce((sum, one) => sum + one.setAside, 0);
  const shared = [
    ...(list.length < 2
      ? []
      : [
          {
            id: 'join',
            label: t('join.title'),
            icon: GitMerge,
            href: formatHash('clean', [], { page: 'join' }),
            on: joining,
            count: formatNumber(list.filter(({ origin }) => origin === 'join').length),
            testId: 'side-join',
          },
        ]),
    ...(list.length === 0
      ? []
      : [{ id: 'checks', label: t('check.title'), icon: ListChecks, href: formatHash('clean', [], { page: 'checks' }), on: page === 'checks', count: formatNumber(rules), testId: 'side-checks' }]),
    ...(setAside === 0
      ? []
      : [{ id: 'aside', label: t('collect.setAside'), icon: ShieldAlert, href: sideHref('collect', 'set-aside'), on: false, count: formatNumber(setAside), testId: 'side-aside' }]),
  ];
  const items = list.map((one) => ({
    id: one.id,
    label: one.name,
    icon: one.origin === 'join' ? GitMerge : one.origin === 'branch' ? GitBranch : Table2,
    href: sideHref('clean', one.id),
    count: formatNumber(one.rows),
    on: (page === undefined || page === 'changes') && one.id === dataset?.id,
    extra: <Quality dataset={one} />,
    testId: `dataset-${one.id}`,
  }));
  return (
    <>
      <Sidebar
        label={t('stage.clean')}
        groups={[
          { id: 'tables', title: t('collect.tables'), items },
          {
            id: 'shared',
            title: t('clean.shared'),
            items: shared,
          },
        ]}
      />
      <Await answer={datasets} lines={8}>
        {() =>
          joining ? (
            <JoinScreen datasets={list} />
          ) : page === 'checks' && list.length > 0 ? (
            <ChecksPage datasets={list} />
          ) : dataset === undefined ? (
            <main className="main">
              <div className="pg pad-t">
                <Empty
                  title={t('clean.none')}
                  actions={
                    <Button kind="primary" onPress={() => void chooseFiles()}>
                      {t('choose.files')}
                    </Button>
                  }
                >
                  {t('collect.none.detail')}
                </Empty>
              </div>
            </main>
          ) : page === 'changes' ? (
            <ChangesPage key={dataset.id} dataset={dataset} />
          ) : (
            <RecipePage key={dataset.id} dataset={dataset} datasets={list} />
          )
        }
      </Await>
    </>
  );
}

function Quality({ dataset }: { readonly dataset: DatasetInfo }) {
  return (
    <span className="meter q" aria-hidden="true">
      <i style={{ width: `${(dataset.quality ?? 0) * 100}%`, background: (dataset.quality ?? 1) < 0.97 ? 'var(--warn-fill)' : 'var(--good)' }} />
    </span>
  );
}
