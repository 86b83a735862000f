import { X } from 'lucide-react';
import { useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import type { MetricInfo } from '#contract/metrics';
import { formatPeriod } from '../../format/dates.ts';
import { formatMetric, formatMoney, formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { SimpleTable } from '../../ui/SimpleTable.tsx';
import type { BoardRequest } from './Tiles.tsx';

const SHOWN = 200;

/** A number opened: its meaning, its formula, and the rows that add up to it. */
export function RowsDrawer({ metric, request, currency, onClose }: { readonly metric: MetricInfo; readonly request: BoardRequest; readonly currency: string; onClose(): void }) {
  const { t, text, lang } = useWords();
  const [part, setPart] = useState<'numerator' | 'denominator'>('numerator');
  const { from, to, filters } = request;
  const total = useEngine('metrics.query', { ids: [metric.id], from, to, filters });
  const rows = useEngine('metrics.rows', { metric: metric.id, from, to, filters, part, limit: SHOWN });
  const isRatio = rows.data !== undefined && rows.data.part !== 'whole';
  const money = rows.data?.columns.at(-1)?.type === 'money';
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())} className="scrim side-scrim">
      <Modal className="drawer">
        <AriaDialog aria-label={text(metric.title)} className="drawer-in" data-testid="rows-drawer">
          <div className="ch">
            <h3>{text(metric.title)}</h3>
            <span className="sub num">{formatPeriod(from, to, lang)}</span>
            <span className="sp" />
            <Button kind="icon" label={t('close')} icon={<X className="i" />} onPress={onClose} />
          </div>
          <div className="drawer-body">
            <div className="big-value num">{formatMetric(total.data?.total[metric.id]?.value ?? null, metric.unit, currency, lang)}</div>
            <p>{text(metric.definition)}</p>
            <p className="t3 f12">
              {t('rows.formula')} <code className="mono">{metric.formula}</code>
            </p>
            {metric.notes.map((note) => (
              <p key={note.en} className="t3 f12">
                {text(note)}
              </p>
            ))}
            <div className="row g8 pad-t">
              <h4>{t('rows.title')}</h4>
              <span className="sp" />
              {isRatio ? (
                <Segmented<'numerator' | 'denominator'>
                  label={t('rows.title')}
                  small
                  value={part}
                  options={[
                    { value: 'numerator', label: t('rows.numerator') },
                    { value: 'denominator', label: t('rows.denominator') },
                  ]}
                  onChange={setPart}
                />
              ) : null}
            </div>
            <Await answer={rows} lines={6}>
              {(reply) => (
                <>
                  <p className="t2 f12">
                    {t('rows.rows', { n: reply.total })} · {t('rows.sum')} <b className="num">{money ? formatMoney(reply.sum, currency, 'exact') : formatNumber(reply.sum, 0, 4)}</b>
                    {reply.rows.length < reply.total ? ` · ${t('rows.shown', { n: reply.rows.length, total: reply.total })}` : ''}
                  </p>
                  <SimpleTable label={text(metric.title)} columns={reply.columns.map((column) => ({ name: column.name, title: text(column.title), type: column.type }))} rows={reply.rows} />
                </>
              )}
            </Await>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
