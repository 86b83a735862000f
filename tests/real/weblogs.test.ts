import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Knowledge, readTables } from '../../shared/engine/import/index.ts';
import { parseCivil } from '../../shared/engine/values/dates.ts';
import { rowsOf } from '../../shared/engine/table/table.ts';
import { importHost } from '#engine/workspace/import-host';
import { testPorts } from '#node/testing';

const ROOT = ['../shared/data/weblogs', '../../shared/data/weblogs'].map((folder) => path.resolve(folder)).find((folder) => fs.existsSync(folder));
const knowledge: Knowledge = { matchTemplate: () => null, isHeader: () => false, sameField: () => false, fills: () => [], template: () => null };
const work = { signal: new AbortController().signal, progress: () => undefined, breathe: async () => undefined };
const ports = testPorts();
afterAll(() => ports.remove());

/** Files, and how many of their lines are requests. */
const FILES: readonly (readonly [string, number])[] = [
  ['apache_logs', 10_000],
  ['nasa_access_log_Aug95_first5000', 5000],
  ['attack_w3af.txt', 3996],
  ['formats/alb.log', 1],
  ['formats/amazon_cloudfront_rtmp.log', 2],
  ['formats/amazon_cloudfront_web.log', 1],
  ['formats/caddy_json.log', 3],
  ['formats/common.log', 1],
  ['formats/common_complete.log', 1],
  ['formats/common_encoding_big5.log', 1],
  ['formats/common_vhost.log', 1],
  ['formats/custom_regex_custom_date.log', 1],
  ['formats/elb.log', 1],
  ['formats/gandi.log', 2],
  ['formats/haproxy.log', 1],
  ['formats/icecast2.log', 1],
  ['formats/iis.log', 1],
  ['formats/iis_custom.log', 3],
  ['formats/incapsula_w3c.log', 2],
  ['formats/logs_to_tests.log', 4],
  ['formats/ncsa_extended.log', 1],
  ['formats/netscaler.log', 1],
  ['formats/nginx_json.log', 2],
  ['formats/ovh.log', 1],
  ['formats/s3.log', 1],
  ['formats/shoutcast.log', 1],
  ['formats/splitted_date_and_time.log', 1],
  ['formats/static_ignores.log', 4],
  ['formats/traefik_json.log', 1],
];

async function read(root: string, name: string) {
  const bytes = fs.readFileSync(path.join(root, name));
  const file = {
    name: path.basename(name),
    size: bytes.length,
    read(target: Uint8Array, position: number) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
    close: () => undefined,
  };
  const { format, tables } = await readTables({ file, options: {}, knowledge, work, host: importHost(ports) });
  const lines = bytes.filter((byte) => byte === 10).length + (bytes.at(-1) === 10 || bytes.length === 0 ? 0 : 1);
  return { format, table: tables[0], lines };
}

describe.skipIf(ROOT === undefined)('real web server logs', () => {
  it.each(FILES)('%s', async (name, requests) => {
    const { format, table, lines } = await read(ROOT as string, name);
    if (table === undefined) throw new Error('no table');
    expect(format).toBe('weblog');
    expect(table.table.rows).toBe(requests);
    expect(table.totalRows).toBe(lines);
    expect(table.table.rows + table.preamble.length + table.headerRows + table.footer.length + table.setAside.length + table.blankRows).toBe(lines);
    const names = table.table.columns.map((column) => column.name);
    expect(names.slice(-3)).toEqual(['is_bot', 'is_asset', 'session_id']);
    for (const row of rowsOf(table.table)) {
      expect(parseCivil(String(row[names.indexOf('hit_at')])), name).not.toBeNull();
      expect(row[names.indexOf('path')], name).not.toBeNull();
    }
  });

  it('leaves snapshots of nginx, which are no requests, to the other importers', async () => {
    const bytes = fs.readFileSync(path.join(ROOT as string, 'nginxplus_json_logs'));
    const { importerFor } = await import('../../shared/engine/import/read.ts');
    const file = { name: 'nginxplus_json_logs', size: bytes.length, read: (target: Uint8Array, position: number) => bytes.copy(target, 0, position), close: () => undefined };
    expect(importerFor(file).id).not.toBe('weblog');
  });
});
