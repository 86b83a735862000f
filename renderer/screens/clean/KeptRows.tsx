import { Pin, X } from 'lucide-react';
import type { KeptRow } from '#contract/documents';
import type { RecipeReply } from '#contract/recipe';
import { formatCell } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { reveal } from '../../state/reveal.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { giveUpRows } from './keptActions.ts';
import { pageCell } from './pageCell.ts';

/** Cells that tell one row from the next. */
const SHOWN_CELLS = 4;

/** The rows that stay by hand in a step; each can be given up again. */
export function KeptRows({ recipe, step }: { readonly recipe: RecipeReply; readonly step: number }) {
  const { t } = useWords();
  const shown = useStore(reveal);
  const keep = recipe.steps[step - 1]?.step.keep ?? [];
  const answer = useEngine('recipe.kept', keep.length === 0 ? null : { dataset: recipe.dataset, step, reveal: shown });
  if (keep.length === 0) return null;
  const { rows, names, absent } = answer.data ?? { rows: null, names: [], absent: [] };
  const place = (file: string | null | undefined, row: number) => t('kept.place', { file: file ?? '?', row });
  const line = (named: KeptRow, row: number, file: string | null | undefined, cells: string, key: string) => (
    <li key={key} className="row g8 f12">
      <span className="t3 num nw">{place(file, row)}</span>
      <span className="el sp">{cells}</span>
      <Button
        kind="icon"
        size="small"
        label={t('kept.giveUp', { place: place(file, row) })}
        icon={<X className="i s" />}
        onPress={() => void giveUpRows(recipe, step, [named])}
        testId="kept-give-up"
      />
    </li>
  );
  return (
    <section className="kept-rows" aria-label={t('kept.title', { n: keep.length })} data-testid="kept-rows">
      <div className="row g8 f12">
        <Pin className="i s t3" aria-hidden="true" />
        <span className="b">{t('kept.title', { n: keep.length })}</span>
        <span className="sp" />
        {keep.length > 1 ? (
          <Button kind="link" onPress={() => void giveUpRows(recipe, step, keep)}>
            {t('kept.giveUpAll')}
          </Button>
        ) : null}
      </div>
      <ul>
        {rows === null
          ? null
          : rows.origin.row.map((row, i) => {
              const filled = rows.columns.flatMap((column, at) => {
                const value = pageCell(rows.columns, i, at);
                return value === null || value === undefined ? [] : [formatCell(value, column.type)];
              });
              const source = rows.origin.source[i] ?? 0;
              return line(names[i] ?? { source, row: row ?? 0 }, row ?? 0, rows.origin.file[i], filled.slice(0, SHOWN_CELLS).join(' · '), `${source} ${row} ${i}`);
            })}
        {absent.map((row) => line({ source: row.source, row: row.row }, row.row, row.file, t('kept.absent'), `${row.source} ${row.row}`))}
      </ul>
    </section>
  );
}
