import { Check, ChevronRight, Download, FileText, Printer, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReportReply, ReportRequest } from '#contract/reports';
import { formatMonth, monthOf } from '../../format/dates.ts';
import { keyName } from '../../frame/keys.ts';
import { sideHref, Sidebar } from '../../frame/Sidebar.tsx';
import { useWords } from '../../i18n/index.ts';
import { screenCommands } from '../../state/actions.ts';
import { about, call } from '../../state/engine.ts';
import { exportFile, fileName } from '../../state/exports.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { patchQuery, useRoute } from '../../state/router.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { goToBlock } from './goToBlock.ts';
import { Paper } from './Paper.tsx';

/** The report as it will be printed, its checks, and the ways out. */
export function ReportScreen({ report }: { readonly report?: string }) {
  const { t, text } = useWords();
  const list = useEngine('reports.list', {});
  const scope = useEngine('metrics.scope', {});
  const chosen = list.data?.find((one) => one.id === report) ?? list.data?.[0];
  return (
    <>
      <Sidebar
        label={t('stage.report')}
        groups={[
          {
            id: 'reports',
            title: t('report.title'),
            items: (list.data ?? []).map((one) => ({ id: one.id, label: text(one.title), icon: FileText, href: sideHref('report', one.id), on: one.id === chosen?.id })),
          },
        ]}
      />
      {scope.data === undefined || chosen === undefined ? (
        <main className="main" />
      ) : scope.data.lastFullMonth === null || scope.data.from === null || scope.data.to === null ? (
        <main className="main">
          <div className="pg pad-t">
            <Empty
              title={t('report.noData')}
              actions={
                <Button kind="primary" onPress={() => void chooseFiles()}>
                  {t('choose.files')}
                </Button>
              }
            >
              {t('report.noDataDetail')}
            </Empty>
          </div>
        </main>
      ) : (
        <Preview report={chosen.id} title={text(chosen.title)} month={scope.data.lastFullMonth} first={scope.data.from} last={scope.data.to} />
      )}
    </>
  );
}

/** Whole months of the data, newest first. */
function monthsOf(first: string, last: string): { readonly from: string; readonly to: string }[] {
  const months: { from: string; to: string }[] = [];
  for (let back = 0; back < 120; back++) {
    const month = monthOf(last, back);
    if (month.to < first) break;
    months.push(month);
  }
  return months;
}

function Preview({
  report,
  title,
  month,
  first,
  last,
}: {
  readonly report: string;
  readonly title: string;
  readonly month: { readonly from: string; readonly to: string };
  readonly first: string;
  readonly last: string;
}) {
  const { t, text, lang } = useWords();
  const { query } = useRoute();
  const period = query['from'] !== undefined && query['to'] !== undefined ? { from: query['from'], to: query['to'] } : month;
  const request: ReportRequest = { report, ...period, lang };
  const answer = useEngine('reports.render', request);
  const months = monthsOf(first, last);
  const known = months.some((one) => one.from === period.from && one.to === period.to);
  const options = [...(known ? [] : [period]), ...months].map((one) => ({ value: `${one.from}|${one.to}`, label: months.includes(one) ? formatMonth(one.from, lang) : `${one.from} – ${one.to}` }));
  const frame = useRef<HTMLIFrameElement | null>(null);
  const fit = query['fit'] === 'page' ? 'page' : 'width';
  const canPrint = useStore(about)?.canPrint === true;
  const print = () => frame.current?.contentWindow?.print();
  const write = (format: 'pdf' | 'html' | 'xlsx') =>
    void exportFile(`${fileName(answer.data?.title ?? title)}.${format}`, (target, callOptions) => call('reports.export', { ...request, target, format }, callOptions));
  useEffect(() => {
    screenCommands.print = print;
    screenCommands.export = () => write('xlsx');
    return () => {
      screenCommands.print = null;
      screenCommands.export = null;
    };
  });
  return (
    <>
      <main className="main report-main">
        <div className="ph ph-line">
          <h1>{answer.data?.title ?? title}</h1>
          <span className="sp" />
          <Segmented<'width' | 'page'>
            label={t('report.fit')}
            value={fit}
            options={[
              { value: 'width', label: t('report.fit.width') },
              { value: 'page', label: t('report.fit.page') },
            ]}
            onChange={(next) => patchQuery({ fit: next === 'width' ? undefined : next })}
          />
          <Choice
            label={t('report.period')}
            value={`${period.from}|${period.to}`}
            options={options}
            onChange={(value) => patchQuery({ from: value.split('|')[0], to: value.split('|')[1] })}
            testId="report-month"
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
        <section className="desk" aria-label={t('report.paper')} tabIndex={0}>
          <Await answer={answer} height={600}>
            {(reply) => <Paper html={reply.html} title={reply.title} frame={frame} fit={fit} />}
          </Await>
        </section>
      </main>
      <aside className="insp report-insp" aria-label={t('report.checks')}>
        <div className="insp-body">{answer.data === undefined ? null : <Facts reply={answer.data} />}</div>
        <div className="insp-foot">
          <Button kind="primary" size="large" icon={<Printer className="i" />} keys={keyName('Ctrl P')} onPress={print} className="wide" testId="report-print">
            {t('report.print')}
          </Button>
          <div className="row g8">
            {canPrint ? (
              <Button icon={<Download className="i" />} onPress={() => write('pdf')} className="sp" testId="report-export-pdf">
                {t('report.pdf')}
              </Button>
            ) : null}
            <Button icon={<Download className="i" />} onPress={() => write('xlsx')} className="sp" testId="report-export-xlsx">
              {t('report.excel')}
            </Button>
            <Button icon={<Download className="i" />} onPress={() => write('html')} className="sp" testId="report-export-html">
              {t('report.html')}
            </Button>
          </div>
        </div>
      </aside>
    </>
  );

  function Facts({ reply }: { readonly reply: ReportReply }) {
    return (
      <>
        <h4>{t('report.blocks')}</h4>
        {reply.blocks.map((block) => (
          <button key={block.id} type="button" className="fact-go" onClick={() => goToBlock(frame.current, block.id)}>
            <span className="sp el">{block.title}</span>
            <ChevronRight className="i xs t3" aria-hidden="true" />
          </button>
        ))}
        <h4>{t('report.checks')}</h4>
        {reply.checks.map((check) => (
          <div key={check.id} className="fact row g8">
            {check.ok ? <Check className="i tg" aria-hidden="true" /> : <TriangleAlert className="i tw" aria-hidden="true" />}
            <span className="sp">{text(check.title)}</span>
            <span className="num t3">{check.value}</span>
          </div>
        ))}
        {reply.warnings.length === 0 ? null : <h4>{t('report.warnings')}</h4>}
        {reply.warnings.map((warning) => (
          <p key={warning.en} className="t2 f12">
            {text(warning)}
          </p>
        ))}
      </>
    );
  }
}
