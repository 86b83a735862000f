import fs from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectFile } from '../../shared/engine/import/encoding/file.ts';
import { readBytes } from '../../shared/engine/import/transcode.ts';
import { testPorts } from '#node/testing';
import { fileOf, unwatched } from '../support/reading.ts';

const ROOT = ['../shared/data/messy/encodings/tests', '../../shared/data/messy/encodings/tests'].map((folder) => path.resolve(folder)).find((folder) => fs.existsSync(folder));
const EAST_ASIAN_OR_UTF = /^(utf|ascii|big5|gb|euc|shift|cp932|cp949|johab|iso-2022)/i;
/** Folders whose encoding nothing here decodes: they are to be named. */
const UNSUPPORTED: Readonly<Record<string, string>> = { johab: 'johab', 'euc-tw': 'euc-tw', 'iso-2022-kr': 'iso-2022-kr' };
/** What iconv-lite calls a folder's encoding, where the folder's own name will not do. */
const NAMES: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  cp932: 'cp932',
  shift_jis: 'cp932',
  'euc-kr': 'cp949',
  big5: 'big5-hkscs',
  'tis-620': 'windows-874',
  ibm855: 'cp855',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
};

interface Outcome {
  readonly folder: string;
  readonly file: string;
  readonly found: string;
  readonly right: boolean;
  readonly sure: boolean;
  readonly ms: number;
}

/** The text as the folder's encoding gives it. */
function expectedText(folder: string, bytes: Buffer): string {
  const plain = folder.toLowerCase().replace(/^((?:iso-8859|windows)-\d+)-.*$/, '$1');
  const name = NAMES[plain] ?? plain;
  return iconv.encodingExists(name) ? iconv.decode(bytes, name) : new TextDecoder(name).decode(bytes);
}

/** Bytes 80 to 9F are unused controls in ISO-8859; characters that several encodings of a name map differently are taken as one. */
const comparable = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll(/[\u301C\uFF5E]/g, '~')
    .replaceAll(/[\u2212\uFF0D]/g, '-')
    .replaceAll(/[\u2016\u2225]/g, '|')
    .replaceAll(/\uFFFD+/g, '\uFFFD');

async function look(root: string, folder: string, file: string, ports: ReturnType<typeof testPorts>): Promise<Outcome> {
  const bytes = fs.readFileSync(path.join(root, folder, file));
  const readable = fileOf(file, bytes);
  const start = performance.now();
  const { encoding, sure, markLength } = await detectFile(readable, bytes.subarray(0, 256 << 10), { host: ports, work: unwatched() });
  const ms = performance.now() - start;
  const wanted = UNSUPPORTED[folder.toLowerCase()];
  const right = wanted === undefined ? comparable(readBytes(ports.decoder)(encoding, bytes.subarray(markLength)) ?? '') === comparable(expectedText(folder, bytes)) : encoding === wanted;
  return { folder, file, found: encoding, right, sure, ms };
}

const share = (outcomes: readonly Outcome[]): number => outcomes.filter(({ right }) => right).length / outcomes.length;

describe.skipIf(ROOT === undefined)('files in many encodings', () => {
  it('are read in the encoding they were written in', async () => {
    const root = ROOT as string;
    const ports = testPorts();
    const files = fs
      .readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => fs.readdirSync(path.join(root, name)).map((file) => [name, file] as const));
    const outcomes: Outcome[] = [];
    for (const [folder, file] of files) outcomes.push(await look(root, folder, file, ports));
    ports.remove();
    const eastAsian = outcomes.filter(({ folder }) => EAST_ASIAN_OR_UTF.test(folder));
    const missed = outcomes.filter(({ right }) => !right);
    const slowest = [...outcomes].sort((a, b) => b.ms - a.ms).slice(0, 5);
    fs.mkdirSync('out', { recursive: true });
    fs.writeFileSync(
      'out/encodings.md',
      [
        `${outcomes.length} files, ${(share(outcomes) * 100).toFixed(1)} % right; East Asian and UTF ${eastAsian.length}, ${(share(eastAsian) * 100).toFixed(1)} % right; right but unsure ${outcomes.filter(({ right, sure }) => right && !sure).length}, wrong and sure ${missed.filter(({ sure }) => sure).length}`,
        `Slowest: ${slowest.map(({ file, ms }) => `${file} ${ms.toFixed(0)} ms`).join(', ')}`,
        '',
        '| folder | file | read as | sure |',
        '|---|---|---|---|',
        ...missed.map(({ folder, file, found, sure }) => `| ${folder} | ${file} | ${found} | ${sure} |`),
        '',
      ].join('\n'),
    );
    expect(share(eastAsian)).toBeGreaterThanOrEqual(0.99);
    expect(share(outcomes)).toBeGreaterThanOrEqual(0.95);
    expect(missed.filter(({ sure }) => sure).map(({ folder, file }) => `${folder}/${file}`)).toEqual([]);
  });
});
