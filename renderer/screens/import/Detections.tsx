import { Check } from 'lucide-react';
import { Fragment, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { ImportOptions } from '#contract/documents';
import type { Detection, InspectedTable } from '#contract/import';
import type { Text } from '#contract/values';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

/** More choices than this, or more letters, stand in a list. */
const SEGMENTS = 4;
const LETTERS = 22;

/** What the reader decided, why, on what evidence, and the other choices: one click each. */
export function Detections({ table, busy, onChoose }: { readonly table: Pick<InspectedTable, 'detections'>; readonly busy: boolean; onChoose(options: ImportOptions): void }) {
  const { t } = useWords();
  const sure = table.detections.filter((one) => one.sure).length;
  // What the reader is not sure about comes first.
  const ordered = [...table.detections].sort((a, b) => Number(a.sure) - Number(b.sure));
  const cards = useRef<HTMLDivElement>(null);
  const used = useRef<Element | null>(null);
  const choose = (options: ImportOptions) => {
    used.current = document.activeElement;
    onChoose(options);
  };
  // A choice may take its own card away. The focus must not fall on the button that closes: there Enter, which imports, would close.
  useLayoutEffect(() => {
    if (table.detections.length > 0 && used.current?.isConnected === false && document.activeElement === document.body) cards.current?.focus();
  }, [table]);
  return (
    <div className={busy ? 'imp-how busy' : 'imp-how'} aria-busy={busy}>
      <div className="row imp-how-h">
        <h3>{t('import.how')}</h3>
        <span className="sp" />
        <span className={sure === table.detections.length ? 'tag g' : 'tag w'}>
          <Check className="i xs" aria-hidden="true" />
          {t('import.sure', { sure, all: table.detections.length })}
        </span>
      </div>
      <div className="imp-cards" ref={cards} tabIndex={-1}>
        {ordered.map((detection) => (
          <Card key={detection.id} detection={detection} onChoose={choose} />
        ))}
      </div>
    </div>
  );
}

const TONES = { good: 'tag g', bad: 'tag e', warn: 'tag w', plain: 'tag' } as const;

function Card({ detection, onChoose }: { readonly detection: Detection; onChoose(options: ImportOptions): void }) {
  const { t, text } = useWords();
  const said = (evidence: string | Text) => (typeof evidence === 'string' ? evidence : text(evidence));
  const selected = detection.choices.findIndex((choice) => choice.selected);
  const pick = (value: string) => {
    const choice = detection.choices[Number(value)];
    if (choice !== undefined) onChoose(choice.options);
  };
  const { back } = detection;
  const options = detection.choices.map((choice, index) => ({ value: String(index), label: text(choice.label) }));
  const inSegments = options.length <= SEGMENTS && options.every((option) => option.label.length <= 9) && options.reduce((sum, option) => sum + option.label.length, 0) <= LETTERS;
  return (
    <section className={detection.sure ? 'det' : 'det unsure'} aria-label={text(detection.title)} data-testid={`detection-${detection.id}`}>
      <div className="det-t">{text(detection.title)}</div>
      <div className="sp det-b">
        <div className="row g8">
          <span className="b">{wholeDays(text(detection.value))}</span>
          {detection.sure ? null : <span className="tag w">{t('import.unsure')}</span>}
          <span className="sp" />
          {options.length < 2 ? null : inSegments ? (
            <Segmented label={text(detection.title)} small value={String(selected)} options={options} onChange={pick} />
          ) : (
            <Choice label={text(detection.title)} small value={selected === -1 ? null : String(selected)} options={options} shown={t('import.change')} onChange={pick} />
          )}
        </div>
        <div className="f12 t2">
          {text(detection.reason)}
          {back === undefined ? null : (
            <>
              {' '}
              <Button kind="link" className="f12" onPress={() => onChoose(back)}>
                {t('import.asFound')}
              </Button>
            </>
          )}
        </div>
        {detection.evidence.length === 0 ? null : (
          <div className="det-e">
            {detection.evidence.map(({ from, to, tone }) => (
              <Fragment key={`${said(from)} ${to === undefined ? '' : said(to)}`}>
                <span className={to === undefined ? TONES[tone] : 'tag'}>{said(from)}</span>
                {to === undefined ? null : (
                  <>
                    <span className="t3">→</span>
                    <span className={TONES[tone]}>{said(to)}</span>
                  </>
                )}
              </Fragment>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

/** A text whose days are not broken at their hyphens. */
function wholeDays(value: string): ReactNode[] {
  return value.split(/(\d{4}-\d{2}-\d{2})/).map((part, i) =>
    i % 2 === 1 ? (
      <span className="nw" key={i}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
