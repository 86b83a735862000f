import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, SuanpanError } from '#contract/errors';
import type { ImportReply, InspectedFile } from '#contract/import';
import type { Cell } from '#contract/values';
import { createEngine } from '#engine/engine';
import { testPorts } from '#node/testing';

const ROOT = ['../shared/data/messy', '../../shared/data/messy'].map((folder) => path.resolve(folder)).find((folder) => fs.existsSync(folder));
const SAMPLE = 5;
/** A file that takes longer hangs; a busy machine is not a hang. */
const LONGEST_MS = 60_000;
const LONG = process.env.SUANPAN_LONG === '1';

interface Outcome {
  readonly file: string;
  readonly ms: number;
  readonly inspected: InspectedFile | null;
  readonly replies: readonly ImportReply[];
  /** Rows and summary of every source, as the workspace holds them. */
  readonly stored: readonly (readonly Cell[])[];
  readonly error: unknown;
}

/** Files under a folder, by name; of each suite evenly spaced ones, unless everything is asked for. */
function filesOf(root: string): string[] {
  return fs.readdirSync(root).flatMap((suite) => {
    const all = fs
      .readdirSync(path.join(root, suite), { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(suite, name))
      .filter((name) => fs.statSync(path.join(root, name)).isFile())
      .sort();
    const step = LONG ? 1 : Math.max(1, Math.ceil(all.length / SAMPLE));
    return all.filter((_, i) => i % step === 0);
  });
}

/** Sends one file through inspect and import in a workspace of its own. */
async function send(root: string, file: string): Promise<Outcome> {
  const ports = testPorts();
  const engine = createEngine(ports);
  const context = { signal: new AbortController().signal, progress: () => undefined };
  const source = { kind: 'path', path: path.join(root, file) } as const;
  const start = performance.now();
  let inspected: InspectedFile | null = null;
  let replies: readonly ImportReply[] = [];
  let stored: readonly (readonly Cell[])[] = [];
  let error: unknown = null;
  try {
    await engine.handlers['workspace.create']({ name: 'messy', path: path.join(ports.folder, 'messy.suanpan') }, context);
    inspected = await engine.handlers['import.inspect']({ source }, context);
    replies = await engine.handlers['import.run']({ files: [{ source }] }, context);
    stored = (await engine.handlers['query.run']({ sql: 'SELECT rows, summary FROM sp_sources' }, context)).rows;
  } catch (thrown) {
    error = thrown;
  } finally {
    engine.close();
    ports.remove();
  }
  return { file, ms: performance.now() - start, inspected, replies, stored, error };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').slice(0, 160);

/** One line of the table: what was done with a file. */
function lineOf({ file, ms, inspected, replies, error }: Outcome): string {
  const tables = inspected?.tables ?? [];
  const dialect = tables[0]?.dialect;
  const how = inspected === null ? '' : [inspected.format, inspected.encoding ?? '', dialect == null ? '' : JSON.stringify(dialect.delimiter)].join(' ').trim();
  const told =
    error instanceof SuanpanError
      ? `${error.info.code}: ${error.message}`
      : error === null
        ? replies.flatMap((reply) => (reply.skipped === null ? [] : [reply.skipped.en])).join('; ')
        : `CRASH ${String(error)}`;
  return `| ${[file, how, tables.length, sum(replies.map((reply) => reply.rowsRead)), sum(replies.map((reply) => reply.quarantined)), told, Math.round(ms)].map((value) => cell(String(value))).join(' | ')} |`;
}

describe.skipIf(ROOT === undefined)('every messy file', () => {
  it('is read, or refused with a reason', async () => {
    const root = ROOT as string;
    const outcomes: Outcome[] = [];
    for (const file of filesOf(root)) outcomes.push(await send(root, file));
    fs.mkdirSync('out', { recursive: true });
    fs.writeFileSync('out/messy.md', ['| file | read as | tables | rows | set aside | message | ms |', '|---|---|--:|--:|--:|---|--:|', ...outcomes.map(lineOf), ''].join('\n'));
    expect(outcomes.length).toBeGreaterThan(40);
    expect(outcomes.filter(({ error }) => error !== null && !(error instanceof SuanpanError)).map(lineOf)).toEqual([]);
    expect(outcomes.filter(({ ms }) => ms > LONGEST_MS).map(lineOf)).toEqual([]);
    for (const { file, inspected, replies, stored, error } of outcomes) {
      if (error instanceof SuanpanError) {
        expect(ERROR_CODES, file).toContain(error.info.code);
        expect(error.info.code, file).not.toBe('internal');
        expect(error.info.message.en.length, file).toBeGreaterThan(0);
        expect(error.info.message.zh, file).toMatch(/\p{Script=Han}/u);
        continue;
      }
      for (const [rows, summary] of stored) {
        const { total, findings: _findings, ...parts } = JSON.parse(String(summary)) as { total: number; findings: unknown } & Record<string, number>;
        expect(Number(rows) + sum(Object.values(parts)), file).toBe(total);
      }
      if (inspected === null || inspected.partial || replies.some((reply) => reply.skipped !== null)) continue;
      expect(sum(replies.map((reply) => reply.rowsRead)), file).toBe(sum(inspected.tables.map((table) => table.rows)));
      expect(sum(replies.map((reply) => reply.quarantined)), file).toBe(sum(inspected.tables.map((table) => table.setAsideRows)));
    }
  }, 3_600_000);
});
