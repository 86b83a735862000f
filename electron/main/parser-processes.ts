import path from 'node:path';
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron';

/** Parsers of hostile files, one process each, started for the engine and ended when it says so. */
export class ParserProcesses {
  readonly #running = new Map<number, UtilityProcess>();

  /** Starts one and gives the engine and it a port to each other. */
  start(engine: UtilityProcess, id: number, megabytes: number): void {
    const child = utilityProcess.fork(path.join(__dirname, 'resources', 'parser.cjs'), [], { serviceName: 'suanpan-parser', stdio: 'ignore', execArgv: [`--max-old-space-size=${megabytes}`] });
    this.#running.set(id, child);
    child.once('exit', () => {
      if (this.#running.delete(id)) engine.postMessage({ type: 'parser-ended', id });
    });
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ type: 'work' }, [port1]);
    engine.postMessage({ type: 'parser', id }, [port2]);
  }

  stop(id: number): void {
    const child = this.#running.get(id);
    this.#running.delete(id);
    if (child !== undefined) end(child);
  }

  /** Of an engine that is no more. */
  stopAll(): void {
    for (const id of [...this.#running.keys()]) this.stop(id);
  }
}

/** A parser in a loop hears nothing: it is not asked. */
function end(child: UtilityProcess): void {
  try {
    if (child.pid === undefined) child.kill();
    else process.kill(child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
