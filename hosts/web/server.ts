import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { type WebSocket, WebSocketServer } from 'ws';
import { Guard, securityHeaders } from './guard.ts';
import { compileSteadily } from './steady-compiler.ts';
import type { WorkerData } from './worker.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
};
const LARGEST_UPLOAD = 8 * 2 ** 30;
const LARGEST_FRAME = 64 << 20;
const RESTARTS = 3;

export interface WebHostOptions {
  /** Folder of the built application: renderer/, resources/, web-worker.cjs. */
  readonly out: string;
  readonly version: string;
  readonly port?: number;
  /** Name under which the page is served; `*.localhost` keeps our cookie from other loopback servers. */
  readonly hostName?: string;
  readonly workspace?: string;
}

export interface WebHost {
  readonly launchUrl: string;
  readonly origin: string;
  /** Resolves when the engine has opened the workspace that was asked for. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the loopback host: the same page in a browser, the engine in a thread of its own. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-web-'));
  fs.chmodSync(folder, 0o700);
  const uploads = path.join(folder, 'uploads');
  const downloads = path.join(folder, 'downloads');
  for (const name of [uploads, downloads]) fs.mkdirSync(name, { mode: 0o700 });

  const server = http.createServer();
  server.maxConnections = 64;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback host has no port');
  const guard = new Guard(options.hostName ?? '127.0.0.1', address.port);
  const engine = new EngineThread({ resources: path.join(options.out, 'resources'), uploads, downloads, version: options.version }, path.join(options.out, 'web-worker.cjs'), options.workspace);
  const headers = securityHeaders(guard.origin);

  server.on('request', (request, response) => {
    void answer(request, response, { guard, headers, root: path.join(options.out, 'renderer'), uploads, downloads }).catch(() => {
      if (!response.headersSent) response.writeHead(400, headers);
      response.end();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    const refused = new URL(request.url ?? '/', guard.origin).pathname === '/rpc' ? guard.refuse(request, true) : 404;
    if (refused !== null) {
      socket.end(`HTTP/1.1 ${refused} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => engine.connect(webSocket));
  });

  return {
    launchUrl: guard.launchUrl,
    origin: guard.origin,
    ready: engine.ready,
    async stop() {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly guard: Guard;
  readonly headers: Record<string, string>;
  readonly root: string;
  readonly uploads: string;
  readonly downloads: string;
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse, place: Place): Promise<void> {
  const { guard, headers } = place;
  const end = (status: number, body = '', more: Record<string, string> = {}) => {
    response.writeHead(status, { ...headers, ...more });
    response.end(body);
  };
  const url = new URL(request.url ?? '/', guard.origin);
  if (request.method === 'GET' && url.pathname === '/launch') {
    if (!guard.isRightHost(request)) return end(421);
    const cookie = guard.redeem(url.searchParams.get('t') ?? '');
    return cookie === null ? end(403, 'This link was used already. Start Suanpan again.') : end(303, '', { Location: '/', 'Set-Cookie': cookie });
  }
  const refused = guard.refuse(request, request.method !== 'GET');
  if (refused !== null) return end(refused);
  if (request.method === 'POST' && url.pathname === '/upload') return receive(request, end, place.uploads);
  if (request.method !== 'GET') return end(405);
  if (url.pathname.startsWith('/download/')) return sendDownload(response, headers, place.downloads, decodeURIComponent(url.pathname.slice('/download/'.length)), end);
  return sendFile(response, headers, place.root, url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname), end);
}

type End = (status: number, body?: string, more?: Record<string, string>) => void;

/** Streams an upload to disk; a file over the limit leaves nothing behind. */
async function receive(request: http.IncomingMessage, end: End, uploads: string): Promise<void> {
  if (request.headers['x-suanpan'] !== '1') return end(403);
  const id = randomBytes(16).toString('hex');
  const file = path.join(uploads, id);
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > LARGEST_UPLOAD ? new Error('too large') : null, chunk);
    },
  });
  try {
    await pipeline(request, limit, fs.createWriteStream(file, { mode: 0o600 }));
  } catch {
    fs.rmSync(file, { force: true });
    return end(bytes > LARGEST_UPLOAD ? 413 : 400);
  }
  end(200, JSON.stringify({ id, bytes }), { 'Content-Type': 'application/json' });
}

async function sendFile(response: http.ServerResponse, headers: Record<string, string>, root: string, name: string, end: End): Promise<void> {
  const file = path.resolve(root, `.${name}`);
  if (!file.startsWith(path.resolve(root) + path.sep)) return end(404);
  const stat = await fs.promises.stat(file).catch(() => null);
  if (stat === null || !stat.isFile()) return end(404);
  response.writeHead(200, { ...headers, 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Content-Length': String(stat.size) });
  fs.createReadStream(file).pipe(response);
}

/** An exported file waits until it is fetched once. */
async function sendDownload(response: http.ServerResponse, headers: Record<string, string>, downloads: string, name: string, end: End): Promise<void> {
  const file = path.join(downloads, encodeURIComponent(name));
  const stat = await fs.promises.stat(file).catch(() => null);
  if (stat === null) return end(404);
  response.writeHead(200, {
    ...headers,
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(stat.size),
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
  await pipeline(fs.createReadStream(file), response);
  fs.rmSync(file, { force: true });
}

/** The engine in a worker thread: a crash there ends calls with an error and starts a new one, it does not end the host. */
class EngineThread {
  readonly #data: WorkerData;
  readonly #script: string;
  readonly #workspace: string | undefined;
  #worker: Worker;
  #restarts = 0;
  #stopping = false;
  readonly ready: Promise<void>;

  constructor(data: WorkerData, script: string, workspace: string | undefined) {
    this.#data = data;
    this.#script = script;
    this.#workspace = workspace;
    this.#worker = this.#start();
    this.ready = workspace === undefined ? Promise.resolve() : this.#opened();
  }

  connect(socket: WebSocket): void {
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ type: 'connect', port: port1 }, [port1]);
    port2.on('message', (frame: Uint8Array) => {
      if (socket.readyState === socket.OPEN) socket.send(frame);
    });
    port2.on('close', () => socket.close());
    // An oversize or broken frame ends this connection only.
    socket.on('error', () => socket.terminate());
    socket.on('message', (frame: Buffer) => port2.postMessage(new Uint8Array(frame)));
    socket.on('close', () => port2.close());
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const closed = new Promise<void>((resolve) => {
      this.#worker.on('message', (message: { type: string }) => {
        if (message.type === 'closed') resolve();
      });
      setTimeout(resolve, 2000).unref();
    });
    this.#worker.postMessage({ type: 'close' });
    await closed;
    await this.#worker.terminate();
  }

  #start(): Worker {
    compileSteadily();
    const worker = new Worker(this.#script, { workerData: this.#data });
    if (this.#workspace !== undefined) worker.postMessage({ type: 'open', path: this.#workspace });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#stopping || this.#restarts++ >= RESTARTS) return;
      this.#worker = this.#start();
    });
    return worker;
  }

  #opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#worker.on('message', (message: { type: string; message?: string }) => {
        if (message.type === 'opened') resolve();
        if (message.type === 'failed') reject(new Error(message.message));
      });
    });
  }
}
