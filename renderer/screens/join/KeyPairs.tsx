import { Plus, X } from 'lucide-react';
import type { KeyDecisions, KeyTidying } from '#contract/documents';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { type TextPair, tidyOf } from './decisions.ts';

type Columns = readonly { readonly name: string }[];

interface KeyPairsProps {
  readonly pairs: readonly TextPair[];
  readonly left: Columns;
  readonly right: Columns;
  readonly decisions: KeyDecisions;
  onChange(pairs: readonly TextPair[]): void;
  onTidy(column: string, how: readonly KeyTidying[]): void;
}

/** The columns that are compared, and what is overlooked in each. */
export function KeyPairs({ pairs, left, right, decisions, onChange, onTidy }: KeyPairsProps) {
  const { t } = useWords();
  const options = (columns: Columns) => columns.map(({ name }) => ({ value: name, label: name }));
  const set = (index: number, pair: TextPair) => onChange(pairs.map((old, at) => (at === index ? pair : old)));
  return (
    <div className="field pad-t">
      <span>{t('join.keys')}</span>
      {pairs.map(([a, b], index) => (
        <div key={`key ${index + 1}`} className="row g8 wrap">
          <Choice label={`${t('join.left')} ${index + 1}`} value={a || null} options={options(left)} onChange={(column) => set(index, [column, b])} placeholder={t('param.chooseColumn')} />
          <span className="t3">=</span>
          <Choice label={`${t('join.right')} ${index + 1}`} value={b || null} options={options(right)} onChange={(column) => set(index, [a, column])} placeholder={t('param.chooseColumn')} />
          <Button kind="icon" label={t('remove')} icon={<X className="i s" />} onPress={() => onChange(pairs.filter((_, at) => at !== index))} />
          {tidyOf(decisions, a).map((how) => (
            <span key={how} className="chip acc" data-testid={`join-tidied-${how}`}>
              {t(`join.tidy.${how}`)}
              <button
                type="button"
                className="chip-x"
                aria-label={t('join.tidyBack', { what: t(`join.tidy.${how}`) })}
                onClick={() =>
                  onTidy(
                    a,
                    tidyOf(decisions, a).filter((other) => other !== how),
                  )
                }
              >
                <X className="i s" aria-hidden="true" />
              </button>
            </span>
          ))}
        </div>
      ))}
      <div>
        <Button size="small" icon={<Plus className="i s" />} onPress={() => onChange([...pairs, ['', '']])}>
          {t('join.addKey')}
        </Button>
      </div>
    </div>
  );
}
