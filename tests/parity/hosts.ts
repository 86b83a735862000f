import { fork } from 'node:child_process';
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
import { MessageChannelMain, Transport } from '../double/wire/ports.ts';

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

/** The compiled entry of Electron's utility process, started as the double of Electron starts it. */
export async function utilityHost(home: string): Promise<TestHost> {
  const child = fork(path.join(OUT, 'utility.cjs'), { execArgv: ['-r', path.join(OUT, 'double/utility.cjs')], serialization: 'advanced', env: { ...process.env, SUANPAN_HOME: home } });
  const transport = new Transport('main', (message) => void (child.connected && child.send(message)));
  child.on('message', (message: UtilityMessage) => transport.receive(message));
  const { port1, port2 } = new MessageChannelMain();
  child.send({ kind: 'message', data: { type: 'connect' }, ports: [transport.export(port1.take())] } satisfies UtilityMessage);
  const client = connect(objectWire(port2 as unknown as PortLike, (event) => (event as { data: Message }).data));
  return { name: 'utility process', client, stop: async () => void child.kill() };
}
