/**
 * Who may import whom: the dependency rule as data. The longest matching folder wins. `tests/architecture/zones.test.ts` reads every
 * import, dynamic import and require and holds the code to this table; tsconfigs per zone hold it to its globals.
 */
export interface Zone {
  readonly folder: string;
  /** Zones it may import, its own is always allowed. `*` allows everything. */
  readonly zones: readonly string[];
  /** Packages it may import; `node:` stands for all of Node's own. `*` allows everything. */
  readonly packages: readonly string[];
}

const CONTRACT = 'shared/contract';
const VALUES = 'shared/engine/values';
const TABLE = 'shared/engine/table';
const PORTS = 'shared/engine/ports.ts';
const BASE = [CONTRACT, VALUES, TABLE, PORTS];

export const ZONES: readonly Zone[] = [
  { folder: CONTRACT, zones: [], packages: [] },
  { folder: VALUES, zones: [CONTRACT], packages: [] },
  { folder: PORTS, zones: [CONTRACT], packages: [] },
  { folder: TABLE, zones: [CONTRACT, VALUES], packages: ['fastest-levenshtein'] },
  { folder: 'shared/engine/store', zones: BASE, packages: ['sql.js'] },
  { folder: 'shared/engine/bulk', zones: BASE, packages: [] },
  { folder: 'shared/engine/import', zones: [...BASE, 'shared/engine/bulk'], packages: ['@e965/xlsx', 'hyparquet', 'hyparquet-compressors', '@uwdata/flechette'] },
  { folder: 'shared/engine/clean', zones: BASE, packages: ['re2js', 'opencc-js', 'pinyin-pro', 'fastest-levenshtein'] },
  { folder: 'shared/engine/model', zones: BASE, packages: [] },
  { folder: 'shared/engine/metrics', zones: BASE, packages: [] },
  { folder: 'shared/engine/segments', zones: BASE, packages: [] },
  { folder: 'shared/engine/charts', zones: BASE, packages: ['vega', 'vega-lite', 'vega-interpreter'] },
  { folder: 'shared/engine/reports', zones: [...BASE, 'shared/engine/charts'], packages: ['exceljs'] },
  { folder: 'shared/engine/history', zones: [...BASE, 'shared/engine/store'], packages: [] },
  {
    folder: 'shared/engine/workspace',
    zones: [...BASE, ...['store', 'import', 'clean', 'model', 'metrics', 'segments', 'charts', 'reports', 'history'].map((name) => `shared/engine/${name}`)],
    packages: [],
  },
  { folder: 'shared/engine/testing', zones: BASE, packages: [] },
  { folder: 'shared/engine', zones: [CONTRACT, PORTS, 'shared/engine/workspace', 'shared/engine/import'], packages: [] },
  { folder: 'shared/node', zones: [CONTRACT, 'shared/engine', PORTS], packages: ['node:', 'iconv-lite', 'seek-bzip'] },
  {
    folder: 'renderer',
    zones: [CONTRACT],
    packages: ['react', 'react-dom', 'react-aria-components', '@tanstack/react-virtual', '@tanstack/react-table', 'lucide-react', 'vega', 'vega-lite', 'vega-interpreter', '@fontsource/'],
  },
  { folder: 'electron', zones: [CONTRACT, 'shared/node', 'package.json'], packages: ['electron', 'node:'] },
  { folder: 'electron/preload', zones: [CONTRACT], packages: ['electron'] },
  { folder: 'hosts/web', zones: [CONTRACT, 'shared/node'], packages: ['node:', 'ws'] },
  { folder: 'hosts/cli', zones: [CONTRACT, 'shared/node', 'hosts/web', 'package.json'], packages: ['node:'] },
  { folder: 'build', zones: ['*'], packages: ['*'] },
  { folder: 'tests', zones: ['*'], packages: ['*'] },
];
