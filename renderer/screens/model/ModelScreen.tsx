import { ListTree, Package, ReceiptText, Undo2, Users } from 'lucide-react';
import { useState } from 'react';
import type { DatasetMapping, EntityInfo, ModelReply } from '#contract/model';
import { formatNumber } from '../../format/numbers.ts';
import { sideHref, Sidebar } from '../../frame/Sidebar.tsx';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { FirstRows } from './FirstRows.tsx';
import { MappingLines } from './MappingLines.tsx';
import { MappingTable } from './MappingTable.tsx';
import { ModelInspector } from './ModelInspector.tsx';

const ICONS = { orders: ReceiptText, order_lines: ListTree, customers: Users, products: Package, returns: Undo2 } as const;

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

function Loaded({
  model,
  entities,
  names,
  entity: wanted,
  dataset,
}: {
  readonly model: ModelReply;
  readonly entities: readonly EntityInfo[];
  readonly names: ReadonlyMap<string, string>;
  readonly entity?: string;
  readonly dataset?: string;
}) {
  const { t, text } = useWords();
  const [view, setView] = useState<'lines' | 'table'>('lines');
  const entity = entities.find((one) => one.id === wanted) ?? entities[0];
  if (entity === undefined) return null;
  const sources = model.datasets.filter((mapped) => mapped.entity === entity.id);
  const mapped = sources.find((one) => one.dataset === dataset) ?? sources[0];
  const unsure = mapped?.matches.filter((match) => match.confidence < 0.8).length ?? 0;
  const setField = async (field: string, column: string | null) => {
    if (mapped === undefined) return;
    const fields = Object.fromEntries(Object.entries(mapped.mapping.fields).filter(([id, source]) => id !== field && source !== column));
    if (column !== null) fields[field] = column;
    const others = model.datasets.filter((one) => one.dataset === mapped.dataset && one.entity !== entity.id).map((one) => one.mapping);
    const done = await runJob(t('stage.model'), (options) => change('model.set', { mapping: { version: 1, entities: [{ ...mapped.mapping, fields }, ...others] } }, options));
    if (done !== undefined) toastUndo(t('model.saved'));
  };
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
              on: one.id === entity.id,
              count: formatNumber(model.entities.find((state) => state.entity === one.id)?.rows ?? 0),
              testId: `entity-${one.id}`,
            })),
          },
        ]}
      />
      <main className="main">
        <div className="ph">
          <h1>
            <span className="crumb">{t('stage.model')} /</span> {text(entity.title)}
          </h1>
          {mapped === undefined ? null : <span className="tag good">{t('model.mapped', { n: mapped.matches.length - unsure })}</span>}
          {unsure === 0 ? null : <span className="tag warn">{t('model.check', { n: unsure })}</span>}
        </div>
        {mapped === undefined ? (
          <div className="pg pad-t">
            <Empty title={t('model.noSource')}>{t('model.noSourceDetail')}</Empty>
          </div>
        ) : (
          <>
            <div className="bar">
              <span className="t3 f12">{t('model.from')}</span>
              <Choice
                label={t('model.from')}
                value={mapped.dataset}
                options={sources.map((one) => ({ value: one.dataset, label: names.get(one.dataset) ?? one.dataset }))}
                onChange={(id) => go('model', [entity.id, id])}
              />
              <span className="sp" />
              <Segmented<'lines' | 'table'>
                label={t('model.view')}
                value={view}
                options={[
                  { value: 'lines', label: t('model.lines') },
                  { value: 'table', label: t('model.table') },
                ]}
                onChange={setView}
              />
            </div>
            <Body mapped={mapped} entity={entity} view={view} onField={(field, column) => void setField(field, column)} />
          </>
        )}
      </main>
      <ModelInspector model={model} names={names} />
    </>
  );
}

function Body({
  mapped,
  entity,
  view,
  onField,
}: {
  readonly mapped: DatasetMapping;
  readonly entity: EntityInfo;
  readonly view: 'lines' | 'table';
  onField(field: string, column: string | null): void;
}) {
  return (
    <>
      <div className="model-body scroll-y">{view === 'lines' ? <MappingLines mapped={mapped} entity={entity} /> : <MappingTable mapped={mapped} entity={entity} onField={onField} />}</div>
      <FirstRows mapped={mapped} entity={entity} />
    </>
  );
}
