import type { Preferences, RecentWorkspace } from '#contract/workspace';
import type { Ports } from '../../ports.ts';
import { writeAtomically } from '../../store/whole-file.ts';
import type { Area, Session } from './session.ts';

const DEFAULTS: Preferences = { lang: 'system', theme: 'system', redUp: false, density: 'regular' };
const RECENT_KEPT = 12;

interface ApplicationFile {
  readonly preferences: Preferences;
  readonly recent: readonly RecentWorkspace[];
}

function read({ files, folders }: Ports): ApplicationFile {
  const path = files.join(folders.preferences, 'suanpan.json');
  try {
    const handle = files.open(path, { write: false, create: false, exclusive: false });
    const bytes = new Uint8Array(files.size(handle));
    files.read(handle, bytes, 0);
    files.close(handle);
    const stored = JSON.parse(new TextDecoder().decode(bytes)) as Partial<ApplicationFile>;
    return { preferences: { ...DEFAULTS, ...stored.preferences }, recent: stored.recent ?? [] };
  } catch {
    // No file yet, or a torn one: preferences are worth nothing compared with starting at all.
    return { preferences: DEFAULTS, recent: [] };
  }
}

function write(ports: Ports, content: ApplicationFile): void {
  ports.files.makeFolder(ports.folders.preferences);
  writeAtomically(ports.files, ports.files.join(ports.folders.preferences, 'suanpan.json'), new TextEncoder().encode(JSON.stringify(content, null, 2)));
}

/** Remembers a workspace as opened last. */
export function rememberWorkspace(ports: Ports, path: string, name: string): void {
  const content = read(ports);
  const recent = [{ path, name, openedAt: ports.now(), bytes: ports.files.stat(path).size }, ...content.recent.filter((entry) => entry.path !== path)].slice(0, RECENT_KEPT);
  write(ports, { ...content, recent });
}

export function recentWorkspaces(ports: Ports): RecentWorkspace[] {
  return read(ports)
    .recent.filter((entry) => ports.files.exists(entry.path))
    .map((entry) => ({ ...entry, bytes: ports.files.stat(entry.path).size }));
}

export function applicationHandlers({ ports }: Session): Area<'about'> & Area<'preferences'> {
  return {
    'about.get': () => ({ version: ports.host.version, host: ports.host.name, canPrint: ports.print !== null, workspaceFolder: ports.folders.workspaces }),
    'preferences.get': () => read(ports).preferences,
    'preferences.set': (change) => {
      const content = read(ports);
      const preferences = { ...content.preferences, ...change };
      write(ports, { ...content, preferences });
      return preferences;
    },
  };
}
