import type { ImportReply, SourceInfo } from '#contract/import';
import { useWords } from '../../i18n/index.ts';
import { formatInstant } from '../../format/dates.ts';
import { formatBytes, formatNumber, formatPercent } from '../../format/numbers.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { formatHash } from '../../state/router.ts';
import { lastImport } from '../../state/runImport.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import { useTableNames } from '../../state/useTableNames.ts';
import { formatName } from './formatNames.ts';
import { LayoutsCard } from './LayoutsCard.tsx';
import { useEncodingNames } from './useEncodingNames.ts';
import { KeyOffer } from './RowKey.tsx';
import { Await } from '../../ui/Await.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';

const SHOWN = 500;

/** The files that are in, the tables they made, and what the last import did. */
export function FilesPage() {
  const { t } = useWords();
  const sources = useEngine('import.sources', {});
  return (
    <div className="pg pad-t scroll-y">
      <Await answer={sources} lines={6}>
        {(list) =>
          list.length === 0 ? (
            <Empty
              title={t('collect.none')}
              actions={
                <Button kind="primary" onPress={() => void chooseFiles()}>
                  {t('choose.files')}
                </Button>
              }
            >
              {t('collect.none.detail')}
            </Empty>
          ) : (
            <>
              <LastImport />
              <Tables />
              <LayoutsCard />
              <section className="card" aria-label={t('collect.files')}>
                <div className="ch">
                  <h3>{t('collect.files')}</h3>
                  <span className="sub num">{formatNumber(list.length)}</span>
                </div>
                <SourceTable list={list.slice(0, SHOWN)} />
                {list.length > SHOWN ? <div className="t3 f12 pad">{t('import.more', { n: list.length - SHOWN })}</div> : null}
              </section>
            </>
          )
        }
      </Await>
    </div>
  );
}

function SourceTable({ list }: { readonly list: readonly SourceInfo[] }) {
  const nameOf = useTableNames();
  const encodingName = useEncodingNames();
  const { t, lang } = useWords();
  return (
    <div className="scroll-x">
      <table className="tbl">
        <thead>
          <tr>
            <th>{t('collect.file')}</th>
            <th>{t('collect.table')}</th>
            <th className="r">{t('collect.rows')}</th>
            <th className="r">{t('collect.setAside')}</th>
            <th className="r">{t('collect.size')}</th>
            <th>{t('collect.format')}</th>
            <th>{t('collect.importedAt')}</th>
            <th>{t('collect.original')}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((source) => (
            <tr key={source.id}>
              <td className="m el max-320" title={t('collect.fingerprint', { sha: source.sha256 })}>
                <a className="lk" href={formatHash('collect', ['files', String(source.id)])}>
                  {source.file}
                </a>
              </td>
              <td>
                <a className="lk" href={formatHash('clean', [source.dataset])}>
                  {nameOf(source.dataset)}
                </a>
              </td>
              <td className="r">{formatNumber(source.rows)}</td>
              <td className={source.setAside > 0 ? 'r tw b' : 'r t3'}>{formatNumber(source.setAside)}</td>
              <td className="r">{formatBytes(source.bytes)}</td>
              <td className="t2">{[formatName(source.format, t), ...(source.encoding === null ? [] : [encodingName(source.encoding)])].join(' · ')}</td>
              <td className="t2 num">{formatInstant(source.importedAt, lang)}</td>
              <td className="t2">{t(`collect.kept.${source.kept}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Tables() {
  const { t } = useWords();
  const datasets = useEngine('datasets.list', {});
  if (datasets.data === undefined || datasets.data.length === 0) return null;
  return (
    <section className="card" aria-label={t('collect.tables')}>
      <div className="ch">
        <h3>{t('collect.tables')}</h3>
      </div>
      <div className="scroll-x">
        <table className="tbl">
          <thead>
            <tr>
              <th>{t('collect.table')}</th>
              <th className="r">{t('collect.rows')}</th>
              <th className="r">{t('collect.columns')}</th>
              <th className="r">{t('collect.files')}</th>
              <th className="r">{t('collect.setAside')}</th>
              <th className="r">{t('collect.refused')}</th>
              <th className="r">{t('clean.quality')}</th>
            </tr>
          </thead>
          <tbody>
            {datasets.data.map((dataset) => (
              <tr key={dataset.id}>
                <td>
                  <a className="lk" href={formatHash('clean', [dataset.id])}>
                    {dataset.name}
                  </a>
                </td>
                <td className="r">{formatNumber(dataset.rows)}</td>
                <td className="r">{formatNumber(dataset.columns)}</td>
                <td className="r">{formatNumber(dataset.sources)}</td>
                <td className={dataset.setAside > 0 ? 'r tw b' : 'r t3'}>{formatNumber(dataset.setAside)}</td>
                <td className={dataset.refused > 0 ? 'r tw b' : 'r t3'}>{formatNumber(dataset.refused)}</td>
                <td className="r">{formatPercent(dataset.quality)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function LastImport() {
  const { t, text } = useWords();
  const replies = useStore(lastImport);
  const nameOf = useTableNames();
  if (replies === null) return null;
  return (
    <section className="card" aria-label={t('collect.lastImport')} data-testid="last-import">
      <div className="ch">
        <h3>{t('collect.lastImport')}</h3>
        <span className="sp" />
        <Button kind="quiet" size="small" onPress={() => lastImport.set(null)}>
          {t('close')}
        </Button>
      </div>
      <table className="tbl tight">
        <tbody>
          {replies.slice(0, 50).map((reply, index) => (
            // Several tables of one file may go to one dataset.
            <tr key={`${index} ${reply.file}`}>
              <td className="m el max-320">{reply.file}</td>
              <td className="t2">{reply.skipped === null ? nameOf(reply.dataset) : text(reply.skipped)}</td>
              <td className="t2 num">{reply.skipped === null ? t('collect.result', { fresh: reply.rowsNew, updated: reply.rowsUpdated, same: reply.rowsUnchanged }) : ''}</td>
              <td className={reply.quarantined > 0 ? 'r tw' : 'r t3'}>{reply.quarantined > 0 ? t('import.aside.title', { n: reply.quarantined }) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <KeysOfImport replies={replies} />
    </section>
  );
}

/** The keys that tables have found in their files: in use from now on, or a click away. */
function KeysOfImport({ replies }: { readonly replies: readonly ImportReply[] }) {
  const { t, text } = useWords();
  // Of several files that went into one table the last one is up to date.
  const news = [...new Map(replies.flatMap(({ dataset, key }) => (key === undefined ? [] : [[dataset, key] as const]))).entries()];
  if (news.length === 0) return null;
  return (
    <div className="pad f12 lines" data-testid="import-keys">
      {news.map(([dataset, { proposal, used }]) => (
        <div key={dataset} className="row g8 wrap">
          <span className="m">{dataset}</span>
          {used ? <span className="t2 num">{t('key.used', { reason: text(proposal.reason) })}</span> : <KeyOffer dataset={dataset} proposal={proposal} />}
        </div>
      ))}
    </div>
  );
}
