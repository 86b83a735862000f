import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strict } from './strict.ts';

const unscripted = (name: string) => async (): Promise<never> => {
  throw new Error(`electron double: dialog.${name} was called and the test did not script it`);
};

/** Electron's `dialog`: a test replaces what it expects, by the same line as under Electron. */
export const dialog = strict({ showOpenDialog: unscripted('showOpenDialog'), showSaveDialog: unscripted('showSaveDialog'), showMessageBox: unscripted('showMessageBox') }, 'dialog');

/** Files that the application showed in the file manager. */
export const shown: string[] = [];

/** Electron's `shell`. */
export const shell = strict(
  {
    showItemInFolder(file: string) {
      shown.push(file);
    },
  },
  'shell',
);

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Electron's `net`, without a network. */
export const net = strict(
  {
    async fetch(url: string): Promise<Response> {
      if (!url.startsWith('file:')) throw new TypeError('net::ERR_NAME_NOT_RESOLVED');
      const file = fileURLToPath(url);
      return new Response(new Uint8Array(await fs.promises.readFile(file)), { headers: { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' } });
    },
  },
  'net',
);
