import type { EngineClient, MethodName, Reply, Request } from '#contract/methods';
import type { HostBridge } from '#contract/bridge';
import type { CallOptions } from '#contract/methods';
import type { AboutReply, WorkspaceInfo } from '#contract/workspace';
import { createStore, useStore } from './store.ts';

interface Connection {
  readonly client: EngineClient | null;
  readonly bridge: HostBridge | null;
  readonly lost: boolean;
}

export const connection = createStore<Connection>({ client: null, bridge: null, lost: false });
/** The open workspace; `undefined` until it was asked for. */
export const workspace = createStore<WorkspaceInfo | null | undefined>(undefined);
/** Grows with every change of the workspace and with every other workspace: cached answers are good for one value only. */
export const revision = createStore(0);
export const about = createStore<AboutReply | null>(null);

/** Calls the engine. */
export function call<M extends MethodName>(method: M, request: Request<M>, options?: CallOptions): Promise<Reply<M>> {
  const { client } = connection.get();
  if (client === null) return Promise.reject(new Error('the engine is not connected'));
  return client.call(method, request, options);
}

/** Takes over what the engine says about the workspace; everything cached is old when it changed. */
export function adoptWorkspace(info: WorkspaceInfo | null): void {
  const before = workspace.get();
  workspace.set(info);
  if (before === undefined || before?.path !== info?.path || before?.revision !== info?.revision) revision.set((n) => n + 1);
}

/** Asks the engine for the present state of the workspace. */
export async function refreshWorkspace(): Promise<WorkspaceInfo | null> {
  const info = await call('workspace.info', {});
  adoptWorkspace(info);
  return info;
}

/** Opens the same workspace in an engine that was started anew, and asks again for everything on screen. */
export async function reopenWorkspace(): Promise<void> {
  const before = workspace.get();
  if (before != null) adoptWorkspace(await call('workspace.open', { path: before.path }));
  revision.set((n) => n + 1);
}

/** Calls a method that changes the workspace, then brings everything on screen up to date. */
export async function change<M extends MethodName>(method: M, request: Request<M>, options?: CallOptions): Promise<Reply<M>> {
  try {
    return await call(method, request, options);
  } finally {
    await refreshWorkspace().catch(() => null);
  }
}

export const useWorkspace = () => useStore(workspace);
export const useConnection = () => useStore(connection);

/** The bridge of the running host. */
export function bridge(): HostBridge {
  const { bridge: present } = connection.get();
  if (present === null) throw new Error('no host yet');
  return present;
}
