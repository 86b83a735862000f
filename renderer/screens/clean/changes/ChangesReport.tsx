import type { ChangesReply, ChangesRequest, ChangesView } from '#contract/changes';
import { formatInstant } from '../../../format/dates.ts';
import { formatNumber } from '../../../format/numbers.ts';
import { useWords } from '../../../i18n/index.ts';
import { patchQuery, useRoute } from '../../../state/router.ts';
import { RevealButton } from '../../../ui/RevealButton.tsx';
import { TabRow } from '../../../ui/TabRow.tsx';
import { ChangedColumns } from './ChangedColumns.tsx';
import { ChangesTable } from './ChangesTable.tsx';

const VIEWS: readonly ChangesView[] = ['added', 'removed', 'changed'];

interface ChangesReportProps {
  readonly request: ChangesRequest;
  readonly reply: ChangesReply;
  /** Key columns as they were asked for. */
  readonly asked: readonly string[];
}

/** A table then and now: rows on the left, columns on the right. */
export function ChangesReport({ request, reply, asked }: ChangesReportProps) {
  const { t, text, lang } = useWords();
  const { query } = useRoute();
  const view = VIEWS.find((one) => one === query['view']) ?? VIEWS.find((one) => reply[one] > 0) ?? 'changed';
  const missing = asked.filter((name) => !reply.key.includes(name));
  const nothing = reply.added + reply.removed + reply.changed === 0 && reply.columns.every(({ state, nameThen }) => state === 'same' && nameThen === null);
  return (
    <div className="changes">
      <section className="step-data" aria-label={t('changes.title')}>
        <div className="changes-said f12" aria-live="polite" data-testid="changes-summary">
          <span className="t2">
            <b>{nothing ? `${t('changes.none')} ` : ''}</b>
            {t('changes.summary', { past: reply.past.rows, now: reply.rows, same: reply.same })}{' '}
          </span>
          <span className="t3">{t('changes.thenAt', { title: text(reply.past.title), at: formatInstant(reply.past.at, lang) })}</span>
          {missing.length === 0 ? null : <div className="tw">{t('changes.keyMissing', { columns: missing.join(t('list.comma')) })}</div>}
          {reply.repeated === 0 ? null : <div className="tw">{t('changes.repeated', { n: reply.repeated })}</div>}
        </div>
        <TabRow
          label={t('changes.title')}
          value={view}
          tabs={VIEWS.map((one) => ({ id: one, label: t(`changes.${one}`), count: formatNumber(reply[one]), testId: `changes-${one}` }))}
          end={<RevealButton />}
          onChange={(next) => patchQuery({ view: next })}
        >
          <ChangesTable key={view} request={request} reply={reply} view={view} />
        </TabRow>
      </section>
      <ChangedColumns columns={reply.columns} />
    </div>
  );
}
