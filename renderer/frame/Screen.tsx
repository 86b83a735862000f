import { type ReactNode, useEffect } from 'react';
import { CleanScreen } from '../screens/clean/CleanScreen.tsx';
import { CollectScreen } from '../screens/collect/CollectScreen.tsx';
import { CustomersScreen } from '../screens/customers/CustomersScreen.tsx';
import { HistoryScreen } from '../screens/history/HistoryScreen.tsx';
import { MetricsScreen } from '../screens/metrics/MetricsScreen.tsx';
import { ModelScreen } from '../screens/model/ModelScreen.tsx';
import { ReportScreen } from '../screens/report/ReportScreen.tsx';
import { SettingsScreen } from '../screens/settings/SettingsScreen.tsx';
import { StartScreen } from '../screens/start/StartScreen.tsx';
import { screenCommands } from '../state/actions.ts';
import { useConnection, useWorkspace } from '../state/engine.ts';
import { useRoute } from '../state/router.ts';
import { Crash } from './Crash.tsx';

/** The screen of the present address. */
export function Screen() {
  const route = useRoute();
  const info = useWorkspace();
  const { client } = useConnection();
  useEffect(() => {
    screenCommands.print = null;
    screenCommands.export = null;
  }, []);
  if (client === null) return <div className="body" />;
  const section = info === null && route.section !== 'settings' ? 'start' : route.section;
  return (
    <div className="body">
      <Crash key={section}>{screens(section, route.path)}</Crash>
    </div>
  );
}

function screens(section: string, path: readonly string[]): ReactNode {
  switch (section) {
    case 'collect':
      return <CollectScreen page={path[0] ?? 'files'} {...(/^\d+$/.test(path[1] ?? '') ? { source: Number(path[1]) } : {})} />;
    case 'clean':
      return <CleanScreen {...(path[0] === undefined ? {} : { target: path[0] })} />;
    case 'model':
      return <ModelScreen {...(path[0] === undefined ? {} : { entity: path[0] })} {...(path[1] === undefined ? {} : { dataset: path[1] })} />;
    case 'metrics':
      return <MetricsScreen page={path[0] ?? 'overview'} />;
    case 'understand':
      return <CustomersScreen stage="understand" />;
    case 'act':
      return <CustomersScreen stage="act" />;
    case 'report':
      return <ReportScreen {...(path[0] === undefined ? {} : { report: path[0] })} />;
    case 'history':
      return <HistoryScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return <StartScreen />;
  }
}
