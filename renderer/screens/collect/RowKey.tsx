import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { KeyProposal, TableKey } from '#contract/keys';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { useEngine } from '../../state/useEngine.ts';
import { useTableNames } from '../../state/useTableNames.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TickBoxes } from '../../ui/TickBoxes.tsx';

/** Has a table tell its rows apart by these columns; by none, by all of their cells. */
export function useSetKey(): (dataset: string, columns: readonly string[]) => Promise<void> {
  const { t } = useWords();
  return async (dataset, columns) => {
    const set = await runJob(t('key.job'), (options) => change('datasets.set-key', { dataset, columns }, options));
    if (set !== undefined) toastUndo(columns.length === 0 ? t('key.cleared') : t('key.set', { columns: columns.join(' + ') }));
  };
}

/** The click by which a proposed key is used, and what speaks for it. */
export function KeyOffer({ dataset, proposal }: { readonly dataset: string; readonly proposal: KeyProposal }) {
  const { t, text } = useWords();
  const setKey = useSetKey();
  return (
    <div className="row g8 wrap" data-testid="key-offer">
      <Button size="small" icon={<KeyRound className="i s" />} onPress={() => void setKey(dataset, proposal.columns)} testId="key-use">
        {t('key.offer', { columns: proposal.columns.join(' + ') })}
      </Button>
      <span className="t2 num">{text(proposal.reason)}</span>
    </div>
  );
}

/** By what a table finds its rows again in its next file, what else it could be, and how to change it. */
export function RowKey({ dataset }: { readonly dataset: string }) {
  const { t, text } = useWords();
  const { data } = useEngine('datasets.key', { dataset });
  const setKey = useSetKey();
  const [choosing, setChoosing] = useState(false);
  if (data === undefined || data.by === 'template') return null;
  const using = data.proposals.find(({ columns }) => columns.join('\n') === data.columns.join('\n'));
  const others = data.proposals.filter((proposal) => proposal !== using);
  return (
    <div className="row-key" data-testid="row-key">
      {using === undefined ? null : <div className="t2 num">{text(using.reason)}</div>}
      {data.columns.length === 0 ? others.slice(0, 1).map((proposal) => <KeyOffer key={proposal.columns.join('\n')} dataset={dataset} proposal={proposal} />) : null}
      {data.nearest === null || data.columns.length > 0 ? null : <div className="t2 num">{t('key.nearest', { reason: text(data.nearest.reason) })}</div>}
      <div className="row g8">
        <Button kind="link" className="f12" onPress={() => setChoosing(true)} testId="key-choose">
          {t('key.choose')}
        </Button>
        {data.columns.length === 0 ? null : (
          <Button kind="link" className="f12" onPress={() => void setKey(dataset, [])} testId="key-clear">
            {t('key.clear')}
          </Button>
        )}
      </div>
      {choosing ? <ChooseKey table={data} onClose={() => setChoosing(false)} onChoose={(columns) => void setKey(dataset, columns)} /> : null}
    </div>
  );
}

function ChooseKey({ table, onClose, onChoose }: { readonly table: TableKey; onClose(): void; onChoose(columns: readonly string[]): void }) {
  const { t, text } = useWords();
  const nameOf = useTableNames();
  const [columns, setColumns] = useState(table.columns.length > 0 ? table.columns : (table.proposals[0]?.columns ?? []));
  return (
    <Dialog
      title={t('key.title')}
      subtitle={nameOf(table.dataset)}
      onClose={onClose}
      style={{ width: 480 }}
      testId="key-dialog"
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            onPress={() => {
              onClose();
              onChoose(columns);
            }}
            testId="key-run"
          >
            {columns.length === 0 ? t('key.clear') : t('key.run')}
          </Button>
        </>
      }
    >
      <div className="pad-20 teach scroll-y">
        <p className="t2 lines">{t('key.detail')}</p>
        {table.proposals.map((proposal) => (
          <div key={proposal.columns.join('\n')} className="row g8 wrap">
            <Button size="small" onPress={() => setColumns(proposal.columns)}>
              {proposal.columns.join(' + ')}
            </Button>
            <span className="t2 f12 num">{text(proposal.reason)}</span>
          </div>
        ))}
        <TickBoxes label={t('key.title')} value={columns} options={table.choices.map((name) => ({ value: name, label: name }))} onChange={setColumns} />
      </div>
    </Dialog>
  );
}
