import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostBridge } from '#contract/bridge';

// The port cannot cross the bridge: it is handed to the page by a window message.
ipcRenderer.on('engine:port', (event) => window.postMessage({ type: 'engine:port' }, window.location.origin, [...event.ports]));

const bridge: HostBridge = {
  kind: 'desktop',
  platform: process.platform,
  openEngine: () => ipcRenderer.invoke('engine:open'),
  sourceOf: async (file) => ({ kind: 'path', path: webUtils.getPathForFile(file) }),
  pickFiles: (kind) => ipcRenderer.invoke('files:pick', kind),
  exportTarget: (name) => ipcRenderer.invoke('files:target', name),
  reveal: (file) => ipcRenderer.invoke('files:reveal', file),
  onCommand: (listener) => {
    ipcRenderer.on('command', (_event, command: string) => listener(command));
  },
};
contextBridge.exposeInMainWorld('suanpan', bridge);
