import type { HeaderDrift } from '#contract/import';
import { useWords } from '../../i18n/index.ts';

/** Columns that differ from those of the table it goes to. */
export function Drift({ drift }: { readonly drift: HeaderDrift | null }) {
  const { t } = useWords();
  if (drift === null) return null;
  const all = [
    ...drift.renamed.map(({ from, to }) => t('source.drift.renamed', { from, to })),
    ...drift.added.map((name) => `${t('source.drift.added')}: ${name}`),
    ...drift.lost.map((name) => `${t('source.drift.lost')}: ${name}`),
  ];
  return (
    <span className="tag w el" title={all.join('\n')} data-testid="import-drift">
      {all.length > 1 ? `${all[0]} +${all.length - 1}` : all[0]}
    </span>
  );
}
