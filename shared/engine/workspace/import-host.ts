import type { ImportHost } from '../import/index.ts';
import { optionalResource, type Ports } from '../ports.ts';

/** Below this a module of its own is not worth its memory. */
const LEAST_BULK = 1 << 20;

/** What importers may use: the ports they need, SQLite for files of its kind, and the bulk reader for large texts. */
export function importHost(ports: Ports): ImportHost {
  return {
    ...ports,
    kept: (_file, _what, make) => make(),
    sqlite: () => ports.resource('sql-wasm.wasm'),
    bulk: (bytes) => (bytes < LEAST_BULK ? null : optionalResource(ports, 'bulk.wasm')),
  };
}
