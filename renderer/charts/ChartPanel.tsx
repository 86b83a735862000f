import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { ChartReply, ChartRequest } from '#contract/metrics';
import { useWords } from '../i18n/index.ts';
import { useTheme } from '../state/preferences.ts';
import { useEngine } from '../state/useEngine.ts';
import { Await, Skeleton } from '../ui/Await.tsx';
import { Button } from '../ui/Button.tsx';
import { SimpleTable } from '../ui/SimpleTable.tsx';
import { useSize } from '../ui/useSize.ts';
import { tipsOf } from './tips.ts';

const VegaView = lazy(() => import('./VegaView.tsx').then((module) => ({ default: module.VegaView })));

/** Sizes are rounded so that a window being resized does not ask for a chart at every pixel. */
const STEP = 16;

export interface ChartPanelProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly request: Omit<ChartRequest, 'theme' | 'lang' | 'width' | 'height'>;
  readonly testId?: string;
  readonly children?: ReactNode;
  /** A point or bar was opened: its row of the chart's table. */
  readonly onSelect?: (row: ChartReply['table']['rows'][number]) => void;
}

/** A card with a chart of the engine; `T` or the button shows the same as a table. */
export function ChartPanel({ title, subtitle, request, testId, children, onSelect }: ChartPanelProps) {
  const { lang, t } = useWords();
  const theme = useTheme();
  const [ref, size] = useSize();
  const [table, setTable] = useState(false);
  const width = Math.floor(size.width / STEP) * STEP;
  const height = Math.floor(size.height / STEP) * STEP;
  const answer = useEngine('charts.build', width > 40 && height > 40 ? { ...request, theme, lang, width, height } : null);
  return (
    <section
      className="card chart-card"
      data-testid={testId}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey && !event.altKey) setTable((on) => !on);
      }}
    >
      <div className="ch">
        <h3>{title}</h3>
        {subtitle === undefined ? null : <span className="sub el">{subtitle}</span>}
        <span className="sp" />
        <Button kind="quiet" size="small" onPress={() => setTable((on) => !on)} pressed={table}>
          {table ? t('chart.chart') : t('chart.table')}
        </Button>
      </div>
      <div className="cb chart-body">
        <div className="chart-room" ref={ref}>
          <Await answer={answer} height={Math.max(60, height)}>
            {(chart) => <Drawn chart={chart} kind={request.chart} table={table} width={width} height={height} onSelect={onSelect} />}
          </Await>
        </div>
        {children}
      </div>
    </section>
  );
}

interface DrawnProps {
  readonly chart: ChartReply;
  readonly kind: ChartRequest['chart'];
  readonly table: boolean;
  readonly width: number;
  readonly height: number;
  readonly onSelect: ChartPanelProps['onSelect'];
}

function Drawn({ chart, kind, table, width, height, onSelect }: DrawnProps) {
  const { lang, text } = useWords();
  const tips = useMemo(() => tipsOf(chart, lang), [chart, lang]);
  if (table) {
    return (
      <div className="chart-table">
        <SimpleTable
          label={text(chart.text)}
          columns={chart.table.columns.map((column, index) => ({ name: `${index}`, title: text(column), type: index === 0 ? 'text' : 'number' }))}
          rows={chart.table.rows}
        />
      </div>
    );
  }
  const open = (index: number) => {
    const row = chart.table.rows[index];
    if (row !== undefined) onSelect?.(row);
  };
  return (
    <Suspense fallback={<Skeleton height={Math.max(60, height)} />}>
      <VegaView
        spec={chart.spec}
        label={text(chart.text)}
        width={width}
        height={height}
        tips={tips}
        snap={kind === 'daily' || kind === 'spark' ? 'points' : 'bands'}
        onSelect={onSelect === undefined ? undefined : open}
      />
    </Suspense>
  );
}
