import path from 'node:path';
import { MessageChannelMain, type MessagePortMain, utilityProcess, type UtilityProcess } from 'electron';
import { ParserProcesses } from './parser-processes.ts';

const RESTARTS = 3;

type FromEngine =
  | { readonly type: 'print'; readonly id: number; readonly html: string }
  | { readonly type: 'parser'; readonly id: number; readonly megabytes: number }
  | { readonly type: 'parser-stop'; readonly id: number };

/** The engine in a process of its own: started, restarted when it dies, connected to whoever asks. */
export class EngineProcess {
  #process: UtilityProcess | null = null;
  #restarts = 0;
  readonly #parsers = new ParserProcesses();
  readonly #onRestart: () => void;
  readonly #print: (html: string) => Promise<Uint8Array>;

  /**
   * @param onRestart told when a new engine runs after the old one died
   * @param print turns a document into a PDF; only a browser process can
   */
  constructor(onRestart: () => void, print: (html: string) => Promise<Uint8Array>) {
    this.#onRestart = onRestart;
    this.#print = print;
  }

  start(): void {
    const child = utilityProcess.fork(path.join(__dirname, 'utility.cjs'), [], { serviceName: 'suanpan-engine', stdio: 'inherit' });
    this.#process = child;
    child.on('message', (message: FromEngine) => {
      if (message.type === 'print') void this.#answerPrint(child, message.id, message.html);
      if (message.type === 'parser') this.#parsers.start(child, message.id, message.megabytes);
      if (message.type === 'parser-stop') this.#parsers.stop(message.id);
    });
    child.once('exit', (code) => {
      this.#process = null;
      this.#parsers.stopAll();
      if (code === 0 || this.#restarts++ >= RESTARTS) return;
      this.start();
      this.#onRestart();
    });
  }

  /** A fresh port to the engine, for the page. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    if (this.#process === null) throw new Error('the engine is not running');
    this.#process.postMessage({ type: 'connect' }, [port1]);
    return port2;
  }

  stop(): void {
    this.#process?.postMessage({ type: 'close' });
  }

  async #answerPrint(child: UtilityProcess, id: number, html: string): Promise<void> {
    try {
      child.postMessage({ type: 'printed', id, pdf: await this.#print(html) });
    } catch (thrown) {
      child.postMessage({ type: 'printed', id, error: String(thrown) });
    }
  }
}
