import { LimitError } from '#engine/ports';
import type { IsolatedReply, StartParser } from './isolate.ts';
import type { PortLike } from './wires.ts';

/** Where a parser waits for the main process to start it. */
interface Waiting {
  connected(port: PortLike): void;
  ended(): void;
}

/** What is asked of the process that can start others. */
export type ParserRequest = { readonly type: 'parser'; readonly id: number; readonly megabytes: number } | { readonly type: 'parser-stop'; readonly id: number };

/** Parsers in processes that another process has to start: in Electron only the main one can. Bytes go over a port between the two, past the starter. */
export class ParsersElsewhere {
  readonly #ask: (request: ParserRequest) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  /** @param ask tells the process that starts them */
  constructor(ask: (request: ParserRequest) => void) {
    this.#ask = ask;
  }

  readonly start: StartParser = (task, { megabytes }) => {
    const id = ++this.#last;
    const early: (IsolatedReply | Error)[] = [];
    let tell = (reply: IsolatedReply | Error): void => void early.push(reply);
    this.#waiting.set(id, {
      connected(port) {
        port.on('message', ((event: { readonly data: unknown }) => tell(event.data as IsolatedReply)) as (value: never) => void);
        port.start?.();
        port.postMessage(task);
      },
      ended: () => tell(new LimitError(`ended without an answer, perhaps for want of more than ${megabytes} MB of memory`, 'memory')),
    });
    this.#ask({ type: 'parser', id, megabytes });
    return {
      onReply(told) {
        tell = told;
        for (const reply of early.splice(0)) told(reply);
      },
      stop: () => {
        this.#waiting.delete(id);
        this.#ask({ type: 'parser-stop', id });
      },
    };
  };

  /** The process of this number runs and is reached over this port. */
  connected(id: number, port: PortLike): void {
    this.#waiting.get(id)?.connected(port);
  }

  /** The process of this number is no more. */
  ended(id: number): void {
    this.#waiting.get(id)?.ended();
  }
}
