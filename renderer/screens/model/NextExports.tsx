import { Lock } from 'lucide-react';
import type { MetricInfo } from '#contract/metrics';
import { useWords } from '../../i18n/index.ts';
import { chooseFiles } from '../../state/importSession.ts';
import { Button } from '../../ui/Button.tsx';

/** What is still locked, by the export that would light it. */
export function NextExports({ metrics }: { readonly metrics: readonly MetricInfo[] }) {
  const { t, text } = useWords();
  const waiting = new Map<string, string[]>();
  for (const metric of metrics) {
    if (metric.state === 'lit') continue;
    for (const unlock of metric.unlock) waiting.set(text(unlock), [...(waiting.get(text(unlock)) ?? []), text(metric.title)]);
  }
  if (waiting.size === 0) return null;
  return (
    <>
      <h4>{t('model.next')}</h4>
      <div className="next-exports">
        {[...waiting].map(([unlock, titles]) => (
          <div key={unlock} className="next-export">
            <Lock className="i s t3" aria-hidden="true" />
            <span className="sp">
              <span className="block f12 m">
                {unlock} <span className="tag">+{titles.length}</span>
              </span>
              <span className="block f12 t3">{titles.join(t('list.comma'))}</span>
            </span>
            <Button kind="link" className="f12" onPress={() => void chooseFiles()}>
              {t('keys.importRun')}
            </Button>
          </div>
        ))}
      </div>
    </>
  );
}
