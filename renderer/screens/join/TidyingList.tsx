import { Wand2 } from 'lucide-react';
import type { KeyDecisions, KeyTidying } from '#contract/documents';
import type { JoinReply } from '#contract/recipe';
import { useWords } from '../../i18n/index.ts';
import { formatNumber, formatPercent } from '../../format/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import { tidyOf } from './decisions.ts';

/** As many as fit under the report; the first of them helps most. */
const SHOWN = 5;

interface TidyingListProps {
  readonly match: JoinReply;
  readonly decisions: KeyDecisions;
  onTidy(column: string, how: readonly KeyTidying[]): void;
}

/** What may be overlooked so that more rows meet, each with the match it would give. */
export function TidyingList({ match, decisions, onTidy }: TidyingListProps) {
  const { t } = useWords();
  const proposals = match.tidying.slice(0, SHOWN);
  if (proposals.length === 0) return null;
  const several = proposals.some(({ pair }) => pair[0] !== proposals[0]?.pair[0]);
  return (
    <section className="tidyings" aria-label={t('join.tidying')} data-testid="join-tidying">
      <div className="row g8">
        <Wand2 className="i ta" aria-hidden="true" />
        <b>{t('join.tidying')}</b>
        <span className="t3 f12 el">{t('join.tidying.detail')}</span>
      </div>
      {proposals.map(({ pair, how, matchedLeft }) => {
        const more = how.filter((one) => !tidyOf(decisions, pair[0]).includes(one));
        return (
          <div key={`${pair[0]} ${how.join(' ')}`} className="tidying">
            <span className="el">
              <b>{more.map((one) => t(`join.tidy.${one}`)).join(t('list.comma'))}</b>
              {several ? <span className="t3"> {pair[0]}</span> : null}
            </span>
            <span className="num nw">
              {formatNumber(matchedLeft)} <span className="t3">{t('join.matched')}</span> {formatPercent(match.rowsLeft === 0 ? 0 : matchedLeft / match.rowsLeft)}
            </span>
            <span className="num nw tg m">+{formatNumber(matchedLeft - match.matchedLeft)}</span>
            <Button size="small" onPress={() => onTidy(pair[0], how)} testId={`join-tidy-${more.join('-')}`}>
              {t('join.overlook')}
            </Button>
          </div>
        );
      })}
    </section>
  );
}
