import { CircleHelp, Lock, OctagonX, ShieldAlert } from 'lucide-react';
import type { MetricInfo } from '#contract/metrics';
import { useWords } from '../../i18n/index.ts';
import { useWorkspace } from '../../state/engine.ts';
import { go } from '../../state/router.ts';
import { Button } from '../../ui/Button.tsx';

/** What really waits for somebody: rows set aside, cells refused, open questions, locked metrics. */
export function Attention({ metrics }: { readonly metrics: readonly MetricInfo[] }) {
  const { t, text } = useWords();
  const counts = useWorkspace()?.counts;
  const locked = metrics.filter((metric) => metric.onBoard && metric.state === 'locked');
  const first = locked[0]?.unlock[0];
  const items = [
    { id: 'set-aside', n: counts?.setAside ?? 0, icon: ShieldAlert, title: t('board.setAside', { n: counts?.setAside ?? 0 }), action: t('board.look'), run: () => go('collect', ['set-aside']) },
    { id: 'refused', n: counts?.refused ?? 0, icon: OctagonX, title: t('board.refused', { n: counts?.refused ?? 0 }), action: t('board.look'), run: () => go('collect', ['refused']) },
    { id: 'questions', n: counts?.questions ?? 0, icon: CircleHelp, title: t('board.questions', { n: counts?.questions ?? 0 }), action: t('board.answer'), run: () => go('model') },
    {
      id: 'locked',
      n: locked.length,
      icon: Lock,
      title: t('board.locked', { n: locked.length }),
      detail: first === undefined ? undefined : text(first),
      action: t('board.how'),
      run: () => go('metrics', ['library']),
    },
  ].filter((item) => item.n > 0);
  return (
    <section className="card" data-testid="board-attention">
      <div className="ch">
        <h3>{t('board.attention')}</h3>
        {items.length === 0 ? null : <span className="tag warn">{items.length}</span>}
      </div>
      <div className="cb">
        {items.length === 0 ? <p className="t2">{t('board.calm')}</p> : null}
        {items.map((item) => (
          <div key={item.id} className="attn">
            <item.icon className="i tw" aria-hidden="true" />
            <div className="sp el">
              <div className="el">{item.title}</div>
              {item.detail === undefined ? null : <div className="t3 f12 el">{item.detail}</div>}
            </div>
            <Button size="small" onPress={item.run}>
              {item.action}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}
