import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { DropTarget } from './frame/DropTarget.tsx';
import { FileInputs } from './frame/FileInputs.tsx';
import { JobTray } from './frame/JobTray.tsx';
import { Screen } from './frame/Screen.tsx';
import { SmallDialogs } from './frame/SmallDialogs.tsx';
import { StatusBar } from './frame/StatusBar.tsx';
import { Toasts } from './frame/Toasts.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { useShortcuts } from './frame/useShortcuts.ts';
import { useWords } from './i18n/index.ts';
import { ImportDialog } from './screens/import/ImportDialog.tsx';
import { bridge, useConnection } from './state/engine.ts';
import { useWatching } from './state/watching.ts';

/** The whole window. */
export function App() {
  const { lang } = useWords();
  const { client } = useConnection();
  useShortcuts();
  useWatching();
  useEffect(() => {
    if (client !== null) document.body.dataset['ready'] = bridge().kind;
  }, [client]);
  return (
    <I18nProvider locale={lang === 'zh' ? 'zh-CN' : 'en-GB'}>
      <div className="win">
        <TopBar />
        <Screen />
        <StatusBar />
      </div>
      <ImportDialog />
      <SmallDialogs />
      <JobTray />
      <Toasts />
      <DropTarget />
      <FileInputs />
    </I18nProvider>
  );
}
