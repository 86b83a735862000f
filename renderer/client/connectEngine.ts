import type { HostBridge } from '#contract/bridge';
import type { EngineClient } from '#contract/methods';
import type { Wire } from '#contract/protocol';
import { connect } from '#contract/rpc';
import { portWire } from './portWire.ts';
import { openSocket, socketWire } from './socketWire.ts';
import { webBridge } from './webBridge.ts';

/** The bridge of the host this page runs in. */
export function currentBridge(): HostBridge {
  return window.suanpan ?? webBridge();
}

async function desktopWire(bridge: HostBridge): Promise<Wire> {
  const port = new Promise<MessagePort>((resolve) => {
    const onMessage = (event: MessageEvent<{ type?: string } | null>) => {
      const [received] = event.ports;
      if (event.source !== window || event.data?.type !== 'engine:port' || received === undefined) return;
      window.removeEventListener('message', onMessage);
      resolve(received);
    };
    window.addEventListener('message', onMessage);
  });
  await bridge.openEngine();
  return portWire(await port);
}

/**
 * Connects to the engine behind the bridge.
 *
 * @param onClose called once when the connection is lost
 */
export async function connectEngine(bridge: HostBridge, onClose: () => void): Promise<EngineClient> {
  const wire = bridge.kind === 'desktop' ? await desktopWire(bridge) : socketWire(await openSocket());
  wire.onClose(onClose);
  return connect(wire);
}
