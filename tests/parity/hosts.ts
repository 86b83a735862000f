import { type ChildProcess, fork } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { WebSocket } from 'ws';
import { packMessage, unpackMessage } from '#contract/frames';
import type { EngineClient } from '#contract/methods';
import type { Message, Wire } from '#contract/protocol';
import { connect, serve, wirePair } from '#contract/rpc';
import { createNodeEngine } from '#node/create-node-engine';
import { objectWire, type PortLike } from '#node/wires';
import { startWebHost } from '../../hosts/web/server.ts';
import type { UtilityMessage } from '../double/wire/messages.ts';
import { MessageChannelMain, type MessagePortMain, Transport } from '../double/wire/ports.ts';

const OUT = path.resolve('out');

export interface TestHost {
  readonly name: string;
  readonly client: EngineClient;
  stop(): Promise<void>;
}

/** The engine as the command line runs it: in this process. */
export async function commandLineHost(home: string): Promise<TestHost> {
  const engine = createNodeEngine({ resources: path.join(OUT, 'resources'), version: '0', host: 'cli', home });
  const [near, far] = wirePair();
  serve(far, engine.handlers);
  return { name: 'command line', client: connect(near), stop: async () => engine.close() };
}

/** The engine behind the loopback host, over a WebSocket with the cookie a browser would have. */
export async function webHost(home: string): Promise<TestHost> {
  const before = process.env.SUANPAN_HOME;
  process.env.SUANPAN_HOME = home;
  const host = await startWebHost({ out: OUT, version: '0' });
  if (before === undefined) delete process.env.SUANPAN_HOME;
  else process.env.SUANPAN_HOME = before;
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/rpc`, { headers: { cookie: await launch(host.launchUrl), origin: host.origin } });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const wire: Wire = {
    post: (message) => socket.send(packMessage(message)),
    onMessage: (listener) => void socket.on('message', (frame: Buffer) => listener(unpackMessage(new Uint8Array(frame)))),
    onClose: (listener) => void socket.on('close', listener),
    close: () => socket.close(),
  };
  return {
    name: 'web host',
    client: connect(wire),
    stop: async () => {
      socket.terminate();
      await host.stop();
    },
  };
}

/** Trades the launch address for its cookie. */
export function launch(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get(url, (response) => {
        response.resume();
        resolve((response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '');
      })
      .on('error', reject);
  });
}

/** A compiled entry of Electron's utility processes, started as the double of Electron starts it. */
function forkUtility(entry: string, env: NodeJS.ProcessEnv) {
  const child = fork(path.join(OUT, entry), { execArgv: ['-r', path.join(OUT, 'double/utility.cjs')], serialization: 'advanced', env });
  const transport = new Transport('main', (message) => void (child.connected && child.send(message)));
  const post = (data: unknown, ports: readonly MessagePortMain[] = []) =>
    void (child.connected && child.send({ kind: 'message', data, ports: ports.map((port) => transport.export(port.take())) } satisfies UtilityMessage));
  return { child, transport, post };
}

/** The engine in its utility process; what it asks of the main process, to start parsers, is done here. */
export async function utilityHost(home: string): Promise<TestHost> {
  const env = { ...process.env, SUANPAN_HOME: home };
  const engine = forkUtility('utility.cjs', env);
  const parsers = new Map<number, ChildProcess>();
  engine.child.on('message', (message: UtilityMessage) => {
    if (engine.transport.receive(message) || message.kind !== 'message') return;
    const { type, id } = message.data as { readonly type: string; readonly id: number };
    if (type === 'parser') {
      const parser = forkUtility('resources/parser.cjs', env);
      parsers.set(id, parser.child);
      parser.child.on('message', (sent: UtilityMessage) => parser.transport.receive(sent));
      parser.child.once('exit', () => engine.post({ type: 'parser-ended', id }));
      const { port1, port2 } = new MessageChannelMain();
      parser.post({ type: 'work' }, [port1]);
      engine.post({ type: 'parser', id }, [port2]);
    }
    if (type === 'parser-stop') parsers.get(id)?.kill('SIGKILL');
  });
  const { port1, port2 } = new MessageChannelMain();
  engine.post({ type: 'connect' }, [port1]);
  const client = connect(objectWire(port2 as unknown as PortLike, (event) => (event as { data: Message }).data));
  return { name: 'utility process', client, stop: async () => void engine.child.kill() };
}
