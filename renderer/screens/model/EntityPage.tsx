import { useState } from 'react';
import type { EntityInfo, ModelReply } from '#contract/model';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { go } from '../../state/router.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { FillFrom } from './FillFrom.tsx';
import { FirstRows } from './FirstRows.tsx';
import { MappingLines } from './MappingLines.tsx';
import { MappingTable } from './MappingTable.tsx';

interface EntityPageProps {
  readonly model: ModelReply;
  readonly entity: EntityInfo;
  readonly names: ReadonlyMap<string, string>;
  readonly dataset?: string;
}

/** How the columns of a table fill one table of the shop model, and its first rows. */
export function EntityPage({ model, entity, names, dataset }: EntityPageProps) {
  const { t, text } = useWords();
  const [view, setView] = useState<'lines' | 'table'>('lines');
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
  const fillFrom = <FillFrom model={model} entity={entity} names={names} onTaken={() => setView('table')} />;
  return (
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
          <Empty title={t('model.noSource')} actions={fillFrom}>
            {t('model.noSourceDetail')}
          </Empty>
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
            {fillFrom}
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
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
          <section className="model-body scroll-y" aria-label={t('model.view')} tabIndex={0}>
            {view === 'lines' ? (
              <MappingLines mapped={mapped} entity={entity} name={names.get(mapped.dataset) ?? mapped.dataset} />
            ) : (
              <MappingTable mapped={mapped} entity={entity} onField={(field, column) => void setField(field, column)} />
            )}
          </section>
          <FirstRows mapped={mapped} entity={entity} />
        </>
      )}
    </main>
  );
}
