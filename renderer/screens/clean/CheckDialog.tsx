import { useState } from 'react';
import type { CheckRule, Severity } from '#contract/checks';
import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { ParamForm } from './ParamForm.tsx';
import { finishedParams, initialParams, missingParams, type ParamValues } from './paramValues.ts';

interface CheckDialogProps {
  readonly dataset: DatasetInfo;
  readonly datasets: readonly DatasetInfo[];
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  onAdd(rules: readonly CheckRule[], title: string): void;
  onClose(): void;
}

/** A rule of one's own, or one of those that hold today. */
export function CheckDialog({ dataset, datasets, columns, onAdd, onClose }: CheckDialogProps) {
  const { t, text } = useWords();
  const catalogue = useEngine('checks.catalogue', {});
  const suggested = useEngine('checks.suggest', { dataset: dataset.id });
  const [kind, setKind] = useState('unique');
  const [severity, setSeverity] = useState<Severity>('error');
  const [values, setValues] = useState<ParamValues | null>(null);
  const info = catalogue.data?.find(({ id }) => id === kind);
  const specs = info?.params ?? [];
  const now = values ?? initialParams(specs);
  const missing = missingParams(specs, now);
  return (
    <Dialog
      title={t('check.new')}
      subtitle={dataset.name}
      onClose={onClose}
      style={{ width: 640, maxHeight: '84vh' }}
      testId="check-dialog"
      footer={
        <>
          <span className="t3 f12">{missing.length === 0 ? '' : t('clean.fillIn', { names: missing.map((spec) => text(spec.label)).join(t('list.comma')) })}</span>
          <span className="sp" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={info === undefined || missing.length > 0}
            onPress={() => info !== undefined && onAdd([{ check: info.id, severity, params: finishedParams(specs, now) }], text(info.title))}
            testId="check-save"
          >
            {t('check.add')}
          </Button>
        </>
      }
    >
      <div className="pad-20 col g12 scroll-y">
        <div className="row g12 wrap">
          <Choice
            label={t('check.kind')}
            value={kind}
            options={(catalogue.data ?? []).map(({ id, title }) => ({ value: id, label: text(title) }))}
            onChange={(next) => {
              setKind(next);
              setValues(null);
            }}
            testId="check-kind"
          />
          <Segmented
            label={t('check.severity')}
            value={severity}
            options={[
              { value: 'error', label: t('check.error') },
              { value: 'warning', label: t('check.warning') },
            ]}
            onChange={(next) => setSeverity(next as Severity)}
          />
        </div>
        {info === undefined ? null : (
          <>
            <p className="t3 f12 lines">{text(info.help)}</p>
            <ParamForm specs={specs} values={now} context={{ dataset: dataset.id, step: dataset.steps, columns, datasets }} onChange={setValues} />
          </>
        )}
        {suggested.data === undefined || suggested.data.length === 0 ? null : (
          <section aria-label={t('check.suggested')}>
            <h4 className="row g8">
              {t('check.suggested')}
              <span className="sp" />
              <Button
                size="small"
                kind="link"
                onPress={() =>
                  onAdd(
                    (suggested.data ?? []).map(({ rule }) => rule),
                    t('check.suggested'),
                  )
                }
                testId="check-add-all"
              >
                {t('check.addAll')}
              </Button>
            </h4>
            <ul className="check-list">
              {suggested.data.map(({ rule, title, reason }) => (
                <li key={JSON.stringify(rule)} className="check-line">
                  <span className="el">{text(title)}</span>
                  <span className="t3 f12 el sp">{text(reason)}</span>
                  <Button size="small" kind="link" onPress={() => onAdd([rule], text(title))}>
                    {t('check.add')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
