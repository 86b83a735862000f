import type { ImportOptions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { optionsOf } from '#contract/import-options';
import type { Finding, Text } from '#contract/values';
import type { ReadableFile } from '../../ports.ts';
import { isNoteName, NOTE_BESIDE, whyNoTable } from '../beside.ts';
import { isTar, readTar } from '../archive/tar.ts';
import { type Packed, unpackFile } from '../archive/unpacking.ts';
import { damagedZip, methodName } from '../archive/zip-errors.ts';
import { fill } from '../fill.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { dataStart, readZipDirectory, type ZipEntry } from '../zip/directory.ts';
import { defineImporter } from './define.ts';

const GZIP = [0x1f, 0x8b, 0x08];
const BZIP2 = [0x42, 0x5a, 0x68];
const ZIP = [0x50, 0x4b];
/** What systems put beside the tables, without anybody knowing. */
const LITTER = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

type Container = 'zip' | 'gz' | 'bz2' | 'tar';

export const archive = defineImporter({
  id: 'archive',
  title: { en: 'Archive', zh: '压缩包' },
  extensions: ['zip', 'gz', 'bz2', 'tar', 'tgz'],
  sniff(head, _name, file) {
    const kind = containerOf(head);
    if (kind === null) return 0;
    return kind === 'zip' && isWorkbook(file) ? 0 : 0.9;
  },
  parse: parseArchive,
});

function containerOf(head: Uint8Array): Container | null {
  const starts = (magic: readonly number[]) => magic.every((byte, i) => head[i] === byte);
  if (starts(GZIP)) return 'gz';
  if (starts(BZIP2) && (head[3] as number) >= 0x31 && (head[3] as number) <= 0x39) return 'bz2';
  if (starts(ZIP) && (head[2] === 3 || head[2] === 5 || head[2] === 7)) return 'zip';
  return isTar(head) ? 'tar' : null;
}

/** Workbooks of Excel and LibreOffice are zips too. */
function isWorkbook(file: ReadableFile): boolean {
  const entries = readZipDirectory(file);
  if (entries === null) return /\.(xls[xmb]|ods)$/i.test(file.name);
  return entries.some(({ name }) => /^(\[Content_Types\]\.xml|xl\/|content\.xml$|Index\.zip$)/i.test(name));
}

interface Member {
  readonly path: string;
  /** Why it is not read. */
  readonly passedOver?: Text;
  readonly encrypted?: boolean;
  readonly packed: () => Packed;
}

/** Reads every table of every file inside; archives inside archives too, as far as the budget goes. */
async function parseArchive(request: ParseRequest): Promise<ParsedFile> {
  const { file, options, budget } = request;
  const head = new Uint8Array(Math.min(512, file.size));
  fill(file, head, 0);
  const kind = containerOf(head) as Container;
  if (budget.depth === 0) throw refusal(request, 'file-unsupported', { en: 'archives lie too deep inside each other', zh: '压缩包嵌套过深' });
  const members = membersOf(kind, request);
  const lone = kind === 'gz' || kind === 'bz2';
  const tables: ParsedTable[] = [];
  const findings: Finding[] = [];
  let encoding: string | null = null;
  let partial = false;
  const { table: wanted, ...rest } = options;
  for (const member of members) {
    const told = (message: Text) => findings.push({ code: 'archive-file-skipped', severity: 'info', where: { file: `${file.name}/${member.path}` }, message });
    if (!lone && LITTER.test(member.path)) continue;
    // What was taken for a table once is read again as one.
    const isAsked = lone || member.path === wanted;
    if (!isAsked && isNoteName(base(member.path))) {
      told(NOTE_BESIDE);
      continue;
    }
    if (member.passedOver !== undefined) {
      told(member.passedOver);
      continue;
    }
    if (--budget.files < 0) throw refusal(request, 'file-damaged', { en: 'it holds more files than any export', zh: '文件数量过多' });
    const inner = await unpackFile(request, member.packed());
    budget.depth--;
    try {
      const parsed = await request.readTables({ ...request, file: inner, options: lone ? rest : optionsInside(rest, member.path) });
      const noTable = isAsked || members.length === 1 ? null : whyNoTable(parsed);
      if (noTable !== null) {
        told(noTable);
        continue;
      }
      for (const table of parsed.tables) tables.push(placed(table, lone ? null : member.path, inner.name));
      encoding ??= parsed.encoding;
      partial ||= parsed.partial;
      if (lone) return { ...parsed, format: `${parsed.format} (${kind})`, tables: chosen(tables, wanted) };
    } catch (thrown) {
      // What is no table is told and passed over; in an archive of one file it is the answer.
      if (lone || members.length === 1 || !(thrown instanceof SuanpanError) || thrown.info.code === 'cancelled') throw thrown;
      told(thrown.info.message);
    } finally {
      budget.depth++;
      inner.close();
    }
  }
  if (tables.length === 0) {
    if (members.some(({ encrypted }) => encrypted)) throw protectedBy(file.name);
    throw refusal(request, members.length === 0 ? 'file-empty' : 'file-unsupported', { en: 'it holds no table', zh: '其中没有表格' }, findings);
  }
  const [first, ...others] = tables as [ParsedTable, ...ParsedTable[]];
  return { format: kind, encoding, tables: chosen([{ ...first, findings: [...findings, ...first.findings] }, ...others], wanted), partial };
}

function membersOf(kind: Container, { file }: ParseRequest): Member[] {
  if (kind === 'gz' || kind === 'bz2') {
    const name = file.name.replace(/\.(gz|bz2)$/i, '').replace(/\.t[gb]z2?$/i, '.tar') || file.name;
    return [{ path: name, packed: () => ({ name, method: kind === 'gz' ? 'gzip' : 'bzip2', start: 0, length: file.size }) }];
  }
  if (kind === 'tar') return readTar(file).map(({ path, offset, size }) => ({ path, packed: () => ({ name: base(path), method: 'stored', start: offset, length: size, size }) }));
  const entries = readZipDirectory(file);
  if (entries === null) throw damagedZip(file.name, 'its directory is missing or does not fit the file');
  return entries.filter(({ name }) => !name.endsWith('/')).map((entry) => zipMember(file, entry));
}

function zipMember(file: ReadableFile, entry: ZipEntry): Member {
  const { name: path, method, encrypted, checksum: crc, size, packedSize: length } = entry;
  const packed = (): Packed => {
    const start = dataStart(file, entry);
    if (start === null) throw damagedZip(file.name, `${path} is cut off or not where the directory says`);
    return { name: base(path), method: method === 0 ? 'stored' : 'deflate-raw', start, length, crc, size };
  };
  if (encrypted) return { path, packed, encrypted, passedOver: { en: 'Protected by a password: unpack it yourself and import the file', zh: '设有密码：请自行解压后导入' } };
  if (method !== 0 && method !== 8)
    return {
      path,
      packed,
      passedOver: { en: `Packed by ${methodName(method)}, which Suanpan does not unpack: unpack it yourself`, zh: `采用 ${methodName(method)} 压缩，算盘无法解压：请自行解压后导入` },
    };
  return { path, packed };
}

const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** What was chosen for the tables of a file inside, by the names they have in it. */
function optionsInside(options: ImportOptions, path: string): ImportOptions {
  const own = optionsOf(options, path);
  const within = Object.entries(options.tables ?? {}).flatMap(([name, chosen]) =>
    name.startsWith(`${path} › `) ? [[name.slice(path.length + 3), chosen] as const] : name.startsWith(`${path}/`) ? [[name.slice(path.length + 1), chosen] as const] : [],
  );
  return within.length === 0 ? own : { ...own, tables: Object.fromEntries(within) };
}

/** The table with its place in the archive; a lone file inside gz keeps its own name and sheets. */
function placed(table: ParsedTable, path: string | null, innerName: string): ParsedTable {
  const inner = table.inner ?? { path: innerName, sheet: table.name };
  if (path === null) return { ...table, inner };
  const whole = table.inner === undefined ? path : `${path}/${inner.path}`;
  const inside = (sheet: string) => (sheet === '' ? whole : `${whole} › ${sheet}`);
  return {
    ...table,
    inner: { path: whole, sheet: inner.sheet },
    name: inside(inner.sheet),
    ...(table.part !== undefined && { part: { ...table.part, of: table.inner === undefined ? inside(table.part.of) : `${path}/${table.part.of}` } }),
  };
}

const chosen = (tables: readonly ParsedTable[], wanted: string | undefined) => (wanted === undefined ? tables : tables.filter(({ name }) => name === wanted));

function protectedBy(name: string): SuanpanError {
  return new SuanpanError({
    code: 'file-encrypted',
    where: { file: name },
    message: { en: `${name} is protected by a password`, zh: `${name} 设有密码保护` },
    hint: { en: 'Unpack it with the password the platform sent you, then import the files', zh: '请用平台发送的密码解压后导入文件' },
  });
}

function refusal({ file }: ParseRequest, code: 'file-damaged' | 'file-empty' | 'file-unsupported', why: Text, findings: readonly Finding[] = []): SuanpanError {
  const named = findings.slice(0, 3).map(({ where, message }) => ({ en: `${where?.file ?? ''}: ${message.en}`, zh: `${where?.file ?? ''}：${message.zh}` }));
  return new SuanpanError({
    code,
    where: { file: file.name },
    message: { en: `${file.name} cannot be imported: ${why.en}`, zh: `无法导入 ${file.name}：${why.zh}` },
    hint: named.length === 0 ? { en: 'Unpack it and import the files you need', zh: '请解压后导入所需文件' } : { en: named.map(({ en }) => en).join('; '), zh: named.map(({ zh }) => zh).join('；') },
  });
}
