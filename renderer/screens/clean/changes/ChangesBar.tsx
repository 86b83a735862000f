import { Download } from 'lucide-react';
import type { ChangesRequest, TableMoments } from '#contract/changes';
import type { DatasetInfo } from '#contract/datasets';
import { formatPercent } from '../../../format/numbers.ts';
import { useWords } from '../../../i18n/index.ts';
import { call } from '../../../state/engine.ts';
import { exportFile, fileName } from '../../../state/exports.ts';
import { reveal } from '../../../state/reveal.ts';
import { patchQuery } from '../../../state/router.ts';
import { useStore } from '../../../state/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { ColumnsField } from '../ColumnsField.tsx';
import { type Since, sinceOptions } from './moments.ts';

interface ChangesBarProps {
  readonly dataset: DatasetInfo;
  readonly moments: TableMoments;
  readonly since: Since | null;
  readonly sinceKey: readonly string[];
  readonly request: ChangesRequest | null;
}

/** With what the table is compared, by which columns its rows find each other, and the answer as a file. */
export function ChangesBar({ dataset, moments, since, sinceKey, request }: ChangesBarProps) {
  const words = useWords();
  const { t, lang } = words;
  const shown = useStore(reveal);
  const options = sinceOptions(moments, since, words);
  const same = (columns: readonly string[]) => columns.join('\n') === sinceKey.join('\n');
  const proposed = moments.suggested.find(({ columns }) => same(columns));
  const note =
    sinceKey.length === 0 ? t('changes.allCells') : same(moments.key) ? t('changes.ownKey') : proposed === undefined ? null : t('changes.suggestedKey', { share: formatPercent(proposed.share, 0) });
  const save = () => {
    if (request !== null) void exportFile(`${fileName(`${dataset.name} ${t('changes.title')}`)}.csv`, (target, job) => call('changes.export', { ...request, target, lang, reveal: shown }, job));
  };
  return (
    <div className="changes-bar">
      <div className="row g8">
        <span className="t2 f12 nw">{t('changes.since')}</span>
        <Choice
          label={t('changes.since')}
          small
          value={options.some(({ value }) => value === since) ? since : null}
          options={options}
          onChange={(value) => patchQuery({ since: value })}
          testId="changes-since"
        />
      </div>
      <div className="row g8 changes-key">
        <span className="t2 f12 nw">{t('changes.key')}</span>
        <ColumnsField
          label={t('changes.key')}
          value={sinceKey}
          options={moments.columns.map((name) => ({ value: name, label: name }))}
          onChange={(columns) => patchQuery({ key: JSON.stringify(columns) })}
        />
        {note === null ? null : <span className="t3 f12 el">{note}</span>}
      </div>
      <span className="sp" />
      <Button size="small" icon={<Download className="i s" aria-hidden="true" />} disabled={request === null} onPress={save} testId="changes-export">
        {t('changes.export')}
      </Button>
    </div>
  );
}
