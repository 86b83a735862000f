import { ListTree, Package, ReceiptText, Store, Undo2, Users } from 'lucide-react';
import type { EntityInfo, ModelReply } from '#contract/model';
import { formatNumber } from '../../format/numbers.ts';
import { sideHref, Sidebar } from '../../frame/Sidebar.tsx';
import { useWords } from '../../i18n/index.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { EntityPage } from './EntityPage.tsx';
import { ModelInspector } from './ModelInspector.tsx';
import { ShopsPage } from './ShopsPage.tsx';

const ICONS = { orders: ReceiptText, order_lines: ListTree, customers: Users, products: Package, returns: Undo2 } as const;

/** In the address, beside the tables of the model. */
const SHOPS = 'shops';

/** Connects columns to the shop model. */
export function ModelScreen({ entity, dataset }: { readonly entity?: string; readonly dataset?: string }) {
  const { t } = useWords();
  const model = useEngine('model.get', {});
  const entities = useEngine('model.entities', {});
  const datasets = useEngine('datasets.list', {});
  if (datasets.data !== undefined && datasets.data.length === 0) {
    return (
      <main className="main">
        <div className="pg pad-t">
          <Empty
            title={t('model.nothing')}
            actions={
              <Button kind="primary" onPress={() => void chooseFiles()}>
                {t('choose.files')}
              </Button>
            }
          >
            {t('model.nothingDetail')}
          </Empty>
        </div>
      </main>
    );
  }
  const names = new Map((datasets.data ?? []).map((one) => [one.id, one.name]));
  return (
    <Await answer={model} lines={8}>
      {(reply) => (
        <Await answer={entities}>
          {(list) => <Loaded model={reply} entities={list} names={names} {...(entity === undefined ? {} : { entity })} {...(dataset === undefined ? {} : { dataset })} />}
        </Await>
      )}
    </Await>
  );
}

interface LoadedProps {
  readonly model: ModelReply;
  readonly entities: readonly EntityInfo[];
  readonly names: ReadonlyMap<string, string>;
  readonly entity?: string;
  readonly dataset?: string;
}

function Loaded({ model, entities, names, entity: wanted, dataset }: LoadedProps) {
  const { t, text } = useWords();
  const shops = wanted === SHOPS;
  const entity = entities.find((one) => one.id === wanted) ?? entities[0];
  if (entity === undefined) return null;
  return (
    <>
      <Sidebar
        label={t('stage.model')}
        groups={[
          {
            id: 'tables',
            title: t('model.tables'),
            items: entities.map((one) => ({
              id: one.id,
              label: text(one.title),
              icon: ICONS[one.id as keyof typeof ICONS] ?? ReceiptText,
              href: sideHref('model', one.id),
              on: !shops && one.id === entity.id,
              count: formatNumber(model.entities.find((state) => state.entity === one.id)?.rows ?? 0),
              testId: `entity-${one.id}`,
            })),
          },
          { id: 'across', title: t('model.across'), items: [{ id: 'shops', label: t('model.shops'), icon: Store, href: sideHref('model', SHOPS), on: shops, testId: 'side-shops' }] },
        ]}
      />
      {shops ? <ShopsPage /> : <EntityPage key={entity.id} model={model} entity={entity} names={names} {...(dataset === undefined ? {} : { dataset })} />}
      {shops ? null : <ModelInspector model={model} names={names} />}
    </>
  );
}
