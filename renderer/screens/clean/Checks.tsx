import { X } from 'lucide-react';
import { useState } from 'react';
import type { CheckRule } from '#contract/checks';
import type { DatasetInfo } from '#contract/datasets';
import { useWords } from '../../i18n/index.ts';
import { toastUndo } from '../../state/actions.ts';
import { change } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { patchQuery } from '../../state/router.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckDialog } from './CheckDialog.tsx';
import { CheckLine } from './CheckLine.tsx';

interface ChecksProps {
  readonly dataset: DatasetInfo;
  readonly datasets: readonly DatasetInfo[];
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** The rules that a table is held to; failing rows are one click away. */
export function Checks({ dataset, datasets, columns }: ChecksProps) {
  const { t, text } = useWords();
  const results = useEngine('checks.run', { dataset: dataset.id });
  const [adding, setAdding] = useState(false);
  const rules = (results.data ?? []).map(({ rule }) => rule);
  const set = async (next: readonly CheckRule[], said: string) => {
    const done = await runJob(t('check.title'), (options) => change('checks.set', { dataset: dataset.id, rules: [...next] }, options));
    if (done !== undefined) toastUndo(said);
  };
  return (
    <div className="sec" data-testid="checks">
      <h4>
        {t('check.title')}
        <span className="sp" />
        <Button size="small" kind="link" onPress={() => setAdding(true)} testId="check-add">
          {t('check.add')}
        </Button>
      </h4>
      {results.data?.length === 0 ? <p className="t3 f12 lines">{t('check.none')}</p> : null}
      <ul className="check-list">
        {(results.data ?? []).map((result, index) => (
          <CheckLine key={JSON.stringify(result.rule)} result={result} onFailing={() => patchQuery({ view: 'failing', check: String(index), step: undefined })}>
            <Button
              kind="icon"
              label={t('check.remove', { title: text(result.title) })}
              icon={<X className="i xs" />}
              onPress={() =>
                void set(
                  rules.filter((_, at) => at !== index),
                  t('check.removed', { title: text(result.title) }),
                )
              }
            />
          </CheckLine>
        ))}
      </ul>
      {adding ? (
        <CheckDialog
          dataset={dataset}
          datasets={datasets}
          columns={columns}
          onClose={() => setAdding(false)}
          onAdd={(added, title) => {
            setAdding(false);
            void set([...rules, ...added], t('check.added', { title }));
          }}
        />
      ) : null}
    </div>
  );
}
