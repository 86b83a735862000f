import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connectEngine, currentBridge } from './client/connectEngine.ts';
import { hostCommands } from './frame/hostCommands.ts';
import { onHostCommand } from './state/actions.ts';
import { about, connection, refreshWorkspace } from './state/engine.ts';
import { loadPreferences } from './state/preferences.ts';
import { go } from './state/router.ts';
import { tellUnsavedPreferences } from './state/unsavedPreferences.ts';

const bridge = currentBridge();
let opening = false;

/** Connects, or connects again after the engine process was started anew. */
async function open(): Promise<void> {
  if (opening) return;
  opening = true;
  try {
    const client = await connectEngine(bridge, () => {
      if (connection.get().client === client) connection.set((now) => ({ ...now, lost: true }));
    });
    connection.set({ client, bridge, lost: false });
  } finally {
    opening = false;
  }
}

async function start(): Promise<void> {
  connection.set({ client: null, bridge, lost: false });
  const element = document.getElementById('app');
  if (element === null) return;
  const root = createRoot(element);
  tellUnsavedPreferences();
  try {
    await open();
    await loadPreferences();
    const info = await refreshWorkspace();
    if (info !== null && info.counts.datasets > 0 && location.hash === '') go(info.counts.orders > 0 ? 'metrics' : 'collect');
  } catch {
    connection.set((now) => ({ ...now, lost: true }));
  }
  bridge.onCommand((command) => {
    if (command === 'engine-restarted') void open().then(() => onHostCommand(command, hostCommands));
    else onHostCommand(command, hostCommands);
  });
  root.render(<App />);
  about.set(
    (await connection
      .get()
      .client?.call('about.get', {})
      .catch(() => null)) ?? null,
  );
}

void start();
// The chart library is large: it is read while the window has nothing else to do.
requestIdleCallback(() => void import('./charts/VegaView.tsx'), { timeout: 4000 });
