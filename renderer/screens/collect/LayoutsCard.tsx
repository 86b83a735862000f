import { Download, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { useWords } from '../../i18n/index.ts';
import { bridge, call, change } from '../../state/engine.ts';
import { exportFile } from '../../state/exports.ts';
import { runJob } from '../../state/jobs.ts';
import { useEngine } from '../../state/useEngine.ts';
import { Button } from '../../ui/Button.tsx';

/** Layouts that were taught here, or brought from another workspace as a file. */
export function LayoutsCard() {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const templates = useEngine('templates.list', {});
  const list = templates.data ?? [];
  const bring = async (file: File | undefined) => {
    if (file === undefined) return;
    await runJob(t('layout.bring'), async (options) => change('templates.import', { source: await bridge().sourceOf(file) }, options));
  };
  return (
    <section className="card" aria-label={t('layout.list')} data-testid="layouts">
      <div className={list.length === 0 ? 'ch last' : 'ch'}>
        <h3>{t('layout.list')}</h3>
        <span className="sub el">{list.length === 0 ? t('layout.none') : ''}</span>
        <span className="sp" />
        <Button size="small" icon={<Plus className="i s" />} onPress={() => input.current?.click()} testId="layout-bring">
          {t('layout.bring')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json"
          hidden
          data-testid="layout-file"
          onChange={(event) => {
            void bring(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {list.length === 0 ? null : (
        <table className="tbl tight">
          <tbody>
            {list.map((template) => (
              <tr key={template.id}>
                <td className="m">{template.title}</td>
                <td className="t2">{t('layout.columns', { n: template.requires.length })}</td>
                <td className="t2 num">{template.naturalKey.length === 0 ? t('layout.noKey') : template.naturalKey.join(' + ')}</td>
                <td className="r">
                  <Button
                    size="small"
                    kind="quiet"
                    icon={<Download className="i s" />}
                    onPress={() => void exportFile(`${template.title}.json`, (target, options) => call('templates.export', { id: template.id, target }, options))}
                    testId="layout-export"
                  >
                    {t('layout.export')}
                  </Button>
                  <Button size="small" kind="quiet" icon={<X className="i s" />} onPress={() => void runJob(t('layout.forget'), (options) => change('templates.forget', { id: template.id }, options))}>
                    {t('layout.forget')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
