import path from 'node:path';
import { serve } from '#contract/rpc';
import { createNodeEngine } from '#node/create-node-engine';
import { ParsersElsewhere } from '#node/parsers-elsewhere';
import { objectWire, type PortLike } from '#node/wires';
import manifest from '../../package.json' with { type: 'json' };

/** Prints that wait for the main process, which alone can. */
const printing = new Map<number, { resolve(pdf: Uint8Array): void; reject(error: Error): void }>();
let lastPrint = 0;

const parsers = new ParsersElsewhere((request) => process.parentPort.postMessage(request));

const engine = createNodeEngine({
  resources: path.join(__dirname, 'resources'),
  version: manifest.version,
  host: 'electron',
  startParser: parsers.start,
  print: (html) =>
    new Promise((resolve, reject) => {
      const id = ++lastPrint;
      printing.set(id, { resolve, reject });
      process.parentPort.postMessage({ type: 'print', id, html });
    }),
});

process.parentPort.on('message', (event) => {
  const message = event.data as { type: 'connect' } | { type: 'close' } | { type: 'parser' | 'parser-ended'; id: number } | { type: 'printed'; id: number; pdf?: Uint8Array; error?: string };
  if (message.type === 'connect')
    serve(
      objectWire(event.ports[0] as unknown as PortLike, (received) => (received as { data: unknown }).data),
      engine.handlers,
    );
  if (message.type === 'parser') parsers.connected(message.id, event.ports[0] as unknown as PortLike);
  if (message.type === 'parser-ended') parsers.ended(message.id);
  if (message.type === 'close') engine.close();
  if (message.type === 'printed') {
    const waiting = printing.get(message.id);
    printing.delete(message.id);
    if (message.pdf === undefined) waiting?.reject(new Error(message.error));
    else waiting?.resolve(message.pdf);
  }
});
