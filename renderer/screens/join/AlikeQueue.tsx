import { Check, Undo2, X } from 'lucide-react';
import type { KeyDecisions } from '#contract/documents';
import type { JoinRequest } from '#contract/recipe';
import { formatNumber } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { reveal } from '../../state/reveal.ts';
import { useStore } from '../../state/store.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';
import { type Decision, decide, decidedPairs, takeBack } from './decisions.ts';
import { useLatest } from './useLatest.ts';

/** Lines on screen; the next ones move up as these are decided. */
const SHOWN = 50;

interface AlikeQueueProps {
  readonly request: JoinRequest;
  readonly decisions: KeyDecisions;
  /** True where the decisions come from an earlier join. */
  readonly remembered: boolean;
  onDecide(decisions: KeyDecisions): void;
}

/** Texts without a match beside the nearest ones of the other table: a person says which are the same, and the join remembers it. */
export function AlikeQueue({ request, decisions, remembered, onDecide }: AlikeQueueProps) {
  const { t } = useWords();
  const shown = useStore(reveal);
  const answer = useLatest(useEngine('join.alike', { ...request, reveal: shown }), `${request.left} ${request.right} ${JSON.stringify(request.on)}`);
  const decided = decidedPairs(decisions);
  const isDecided = (column: string, left: string, right: string) => decided.some((one) => one.column === column && one.pair[0] === left && (one.accepted || one.pair[1] === right));
  const proposals = (answer.data?.proposals ?? []).filter(({ column, left, right }) => !isDecided(column, left, right));
  const masked = answer.data?.masked ?? [];
  if (proposals.length === 0 && decided.length === 0 && masked.length === 0) return null;
  const several = Object.keys(request.on).length > 1;
  const all = (accepted: boolean) =>
    onDecide(
      decide(
        decisions,
        proposals.slice(0, SHOWN).map(({ column, left, right }): Decision => ({ column, pair: [left, right], accepted })),
      ),
    );
  return (
    <section className="card" aria-label={t('join.alike')} data-testid="join-alike">
      <div className="ch">
        <h3>{t('join.alike')}</h3>
        <span className={proposals.length === 0 ? 'tag g num' : 'tag w num'} aria-live="polite">
          {t('join.toDecide', { n: formatNumber(proposals.length) })}
        </span>
        <span className="sub el">{t('join.alike.detail')}</span>
        <span className="sp" />
        {proposals.length < 2 ? null : (
          <>
            <Button size="small" onPress={() => all(false)}>
              {t('join.rejectAll')}
            </Button>
            <Button size="small" onPress={() => all(true)} testId="alike-accept-all">
              {t('join.acceptAll')}
            </Button>
          </>
        )}
      </div>
      <div className="cb col g8">
        {masked.length === 0 ? null : (
          <div className="row g8 wrap">
            <span className="t2 f12">{t('join.masked', { columns: masked.join(t('list.comma')) })}</span>
            <Button size="small" onPress={() => reveal.set(true)}>
              {t('personal.reveal')}
            </Button>
          </div>
        )}
        {proposals.length === 0 ? null : (
          <ul className="alike-list">
            {proposals.slice(0, SHOWN).map(({ column, left, right, rows, distance }) => (
              <li key={`${column} ${left}`} className="alike">
                <span className="el pre" title={left}>
                  {several ? <span className="t3">{column} </span> : null}
                  {left}
                </span>
                <span className="t3">=</span>
                <span className="el pre" title={right}>
                  {right}
                </span>
                <span className="t3 f12 num nw">{distance === 0 ? t('join.sameLetters') : t('join.letters', { n: distance })}</span>
                <span className="t3 f12 num nw r">{t('clean.rows', { n: rows })}</span>
                <span className="row g4">
                  <Button
                    kind="icon"
                    label={t('join.accept', { left, right })}
                    icon={<Check className="i tg" />}
                    onPress={() => onDecide(decide(decisions, [{ column, pair: [left, right], accepted: true }]))}
                    testId="alike-accept"
                  />
                  <Button
                    kind="icon"
                    label={t('join.reject', { left, right })}
                    icon={<X className="i tc" />}
                    onPress={() => onDecide(decide(decisions, [{ column, pair: [left, right], accepted: false }]))}
                    testId="alike-reject"
                  />
                </span>
              </li>
            ))}
          </ul>
        )}
        {proposals.length > SHOWN ? <p className="t3 f12 num">{t('facet.more', { shown: SHOWN, all: proposals.length })}</p> : null}
        {decided.length === 0 ? null : (
          <>
            <div className="t2 f12 m num" data-testid="alike-decided">
              {t('join.decided', { yes: decided.filter(({ accepted }) => accepted).length, no: decided.filter(({ accepted }) => !accepted).length })}
              {remembered ? <span className="t3"> · {t('join.remembered')}</span> : null}
            </div>
            <ul className="alike-list">
              {decided.map(({ column, pair, accepted }) => (
                <li key={`${column} ${pair.join(' = ')}`} className="alike">
                  <span className="el pre">{pair[0]}</span>
                  <span className="t3">{accepted ? '=' : '≠'}</span>
                  <span className="el pre">{pair[1]}</span>
                  <span className={accepted ? 'tag g' : 'tag'}>{accepted ? t('join.accepted') : t('join.rejected')}</span>
                  <span />
                  <Button kind="icon" label={t('join.takeBack')} icon={<Undo2 className="i" />} onPress={() => onDecide(takeBack(decisions, { column, pair }))} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
