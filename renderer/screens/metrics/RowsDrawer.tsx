import { X } from 'lucide-react';
import { useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import type { MetricInfo, RowsRequest } from '#contract/metrics';
import { formatPeriod } from '../../format/dates.ts';
import { formatMetric } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { Delta } from '../../ui/Delta.tsx';
import { RevealButton } from '../../ui/RevealButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { RowsBehind } from './RowsBehind.tsx';
import type { BoardRequest } from './Tiles.tsx';

/** A number opened: its meaning, its formula, and the rows that add up to it. */
export function RowsDrawer({ metric, request, currency, onClose }: { readonly metric: MetricInfo; readonly request: BoardRequest; readonly currency: string; onClose(): void }) {
  const { t, text, lang } = useWords();
  const [part, setPart] = useState<'numerator' | 'denominator'>('numerator');
  const { from, to, filters } = request;
  const rows: RowsRequest = { metric: metric.id, from, to, filters, part };
  const total = useEngine('metrics.query', { ids: [metric.id], ...request });
  const first = useEngine('metrics.rows', { ...rows, limit: 1 });
  const catalogue = useEngine('metrics.catalogue', {});
  const value = total.data?.total[metric.id];
  // A formula over other metrics reads better with their names.
  const formula = metric.formula.replace(/\{(\w+)\}/g, (all, id: string) => {
    const named = catalogue.data?.find((one) => one.id === id);
    return named === undefined ? all : text(named.title);
  });
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())} className="scrim side-scrim">
      <Modal className="drawer">
        <AriaDialog aria-label={text(metric.title)} className="drawer-in" data-testid="rows-drawer">
          <div className="ch">
            <h3>{text(metric.title)}</h3>
            <span className="tag">{t(`rod.${metric.rod}`)}</span>
            <span className="sp" />
            <Button kind="icon" label={t('close')} icon={<X className="i" />} onPress={onClose} />
          </div>
          <div className="drawer-top">
            <div className="row g8 wrap">
              <span className="big-value num">{formatMetric(value?.value ?? null, metric.unit, currency, lang)}</span>
              <Delta value={value?.value ?? null} previous={value?.previous ?? null} unit={metric.unit} good={metric.good} />
              <span className="t3 f12 num">
                {formatPeriod(from, to, lang)}
                {value?.previous === null || value?.previous === undefined ? '' : ` · ${t('board.was', { value: formatMetric(value.previous, metric.unit, currency, lang) })}`}
              </span>
            </div>
            <p>{text(metric.definition)}</p>
            <code className="formula mono">{formula}</code>
            {metric.notes.map((note) => (
              <p key={note.en} className="t3 f12">
                {text(note)}
              </p>
            ))}
            {value?.why === null || value?.why === undefined ? null : <p className="notice">{text(value.why.message)}</p>}
          </div>
          <div className="row g8 drawer-rows-h">
            <h4>{t('rows.title')}</h4>
            <span className="sp" />
            <RevealButton />
            {first.data === undefined || first.data.part === 'whole' ? null : (
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
            )}
          </div>
          <RowsBehind request={rows} currency={currency} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
