import { GitBranch, GitMerge, Table2 } from 'lucide-react';
import type { DatasetInfo } from '#contract/import';
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
import { RecipePage } from './RecipePage.tsx';

/** One recipe a table, and joins of two tables. */
export function CleanScreen({ target }: { readonly target?: string }) {
  const { t } = useWords();
  const { query } = useRoute();
  const datasets = useEngine('datasets.list', {});
  const joining = query['page'] === 'join';
  const list = datasets.data ?? [];
  const dataset = list.find((one) => one.id === target) ?? list[0];
  const items = list.map((one) => ({
    id: one.id,
    label: one.name,
    icon: one.origin === 'join' ? GitMerge : one.origin === 'branch' ? GitBranch : Table2,
    href: sideHref('clean', one.id),
    count: formatNumber(one.rows),
    on: !joining && one.id === dataset?.id,
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
            items: list.length < 2 ? [] : [{ id: 'join', label: t('join.title'), icon: GitMerge, href: formatHash('clean', [], { page: 'join' }), on: joining, testId: 'side-join' }],
          },
        ]}
      />
      <Await answer={datasets} lines={8}>
        {() =>
          joining ? (
            <JoinScreen datasets={list} />
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
      <i style={{ width: `${dataset.quality * 100}%`, background: dataset.quality < 0.97 ? 'var(--warn-fill)' : 'var(--good)' }} />
    </span>
  );
}
