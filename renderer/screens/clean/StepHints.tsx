import { keyName } from '../../frame/keys.ts';
import { useWords } from '../../i18n/index.ts';

/** The keys that work on the rod. */
export function StepHints() {
  const { t } = useWords();
  return (
    <div className="rec-hints t3 f11">
      <span>
        <kbd className="kbd">{keyName('Alt ↑↓')}</kbd> {t('clean.hint.move')}
      </span>
      <span>
        <kbd className="kbd">{t('keys.space')}</kbd> {t('clean.hint.onOff')}
      </span>
      <span>
        <kbd className="kbd">{keyName('Ctrl Z')}</kbd> {t('clean.hint.undo')}
      </span>
    </div>
  );
}
