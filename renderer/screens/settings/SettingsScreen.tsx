import { type ReactNode, useState } from 'react';
import type { Preferences, VerifyReply } from '#contract/workspace';
import { formatBytes } from '../../format/numbers.ts';
import { useWords } from '../../i18n/index.ts';
import { about, call, change, useWorkspace } from '../../state/engine.ts';
import { runJob } from '../../state/jobs.ts';
import { setPreferences, usePreferences } from '../../state/preferences.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Toggle } from '../../ui/Toggle.tsx';

const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'AUD', 'BRL', 'HKD', 'XXX'];
const ZONES = ['UTC', 'Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Tokyo', 'America/New_York', 'America/Los_Angeles', 'America/Sao_Paulo', 'Europe/London', 'Europe/Berlin', 'Australia/Sydney'];

/** What is remembered between starts, and what belongs to this workspace. */
export function SettingsScreen() {
  const { t, text } = useWords();
  const preferences = usePreferences();
  const info = useWorkspace();
  const application = useStore(about);
  const [verified, setVerified] = useState<VerifyReply | null>(null);
  return (
    <main className="main calm">
      <div className="ph">
        <h1>{t('settings.title')}</h1>
      </div>
      <div className="pg pad-t scroll-y settings">
        <section className="card pad-16 no-shrink">
          <h3>{t('settings.look')}</h3>
          <Line label={t('settings.language')}>
            <Segmented<Preferences['lang']>
              label={t('settings.language')}
              value={preferences.lang}
              options={[
                { value: 'system', label: t('settings.system') },
                { value: 'en', label: 'English' },
                { value: 'zh', label: '中文' },
              ]}
              onChange={(lang) => setPreferences({ lang })}
            />
          </Line>
          <Line label={t('settings.theme')}>
            <Segmented<Preferences['theme']>
              label={t('settings.theme')}
              value={preferences.theme}
              options={[
                { value: 'system', label: t('settings.system') },
                { value: 'light', label: t('settings.light') },
                { value: 'dark', label: t('settings.dark') },
              ]}
              onChange={(theme) => setPreferences({ theme })}
            />
          </Line>
          <Line label={t('settings.density')}>
            <Segmented<Preferences['density']>
              label={t('settings.density')}
              value={preferences.density}
              options={(['compact', 'regular', 'roomy'] as const).map((density) => ({ value: density, label: t(`settings.${density}`) }))}
              onChange={(density) => setPreferences({ density })}
            />
          </Line>
          <Line label={t('settings.redUp')} detail={t('settings.redUpDetail')}>
            <Toggle label={t('settings.redUp')} on={preferences.redUp} onChange={(redUp) => setPreferences({ redUp })} />
          </Line>
        </section>
        {info === null || info === undefined ? null : (
          <section className="card pad-16 no-shrink">
            <h3>{t('settings.workspace')}</h3>
            <Line label={t('settings.currency')}>
              <Choice
                label={t('settings.currency')}
                value={info.currency}
                options={CURRENCIES.map((value) => ({ value, label: value === 'XXX' ? t('settings.unknownCurrency') : value }))}
                onChange={(currency) => void runJob(t('settings.currency'), (options) => change('workspace.settings', { currency }, options))}
              />
            </Line>
            <Line label={t('settings.timeZone')}>
              <Choice
                label={t('settings.timeZone')}
                value={info.timeZone}
                options={[...new Set([...ZONES, info.timeZone])].map((value) => ({ value, label: value }))}
                onChange={(timeZone) => void runJob(t('settings.timeZone'), (options) => change('workspace.settings', { timeZone }, options))}
              />
            </Line>
            <Line label={t('settings.file')} detail={info.path}>
              <span className="num t2">{formatBytes(info.bytes)}</span>
            </Line>
            <Line label={t('settings.verify')}>
              <Button onPress={() => void runJob(t('settings.verify'), (options) => call('workspace.verify', {}, options)).then((reply) => setVerified(reply ?? null))}>{t('settings.verify')}</Button>
            </Line>
            {verified === null ? null : verified.ok ? (
              <p className="tg">{t('settings.verified')}</p>
            ) : (
              <ul className="td">
                {verified.problems.map((problem) => (
                  <li key={problem.message.en}>{text(problem.message)}</li>
                ))}
              </ul>
            )}
          </section>
        )}
        {application === null ? null : (
          <section className="card pad-16 no-shrink">
            <h3>{t('settings.about')}</h3>
            <p className="t2">{t('settings.version', { version: application.version, host: application.host })}</p>
          </section>
        )}
      </div>
    </main>
  );
}

function Line({ label, detail, children }: { readonly label: string; readonly detail?: string; readonly children: ReactNode }) {
  return (
    <div className="setting">
      <div className="sp el">
        <div>{label}</div>
        {detail === undefined ? null : <div className="t3 f12 el">{detail}</div>}
      </div>
      {children}
    </div>
  );
}
