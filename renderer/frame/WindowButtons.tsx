import { useWords } from '../i18n/index.ts';
import { bridge } from '../state/engine.ts';

/** Minimise, maximise, close: only where the system does not draw them. */
export function WindowButtons() {
  const { t } = useWords();
  const buttons = bridge().windowButtons;
  if (buttons === undefined) return null;
  return (
    <span className="cap">
      <button type="button" aria-label={t('window.minimise')} onClick={() => buttons.minimise()}>
        <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 8h12" />
        </svg>
      </button>
      <button type="button" aria-label={t('window.maximise')} onClick={() => buttons.maximise()}>
        <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
          <rect x="2.5" y="2.5" width="11" height="11" />
        </svg>
      </button>
      <button type="button" aria-label={t('window.close')} onClick={() => buttons.close()}>
        <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
          <path d="m2.5 2.5 11 11M13.5 2.5l-11 11" />
        </svg>
      </button>
    </span>
  );
}
