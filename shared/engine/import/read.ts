import type { ImportOptions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { optionsOf } from '#contract/import-options';
import type { Text } from '#contract/values';
import type { ReadableFile } from '../ports.ts';
import { unpackBudget } from './archive/unpacking.ts';
import { withoutBackticks } from './backticks.ts';
import { withoutDoubledReturns } from './doubled-returns.ts';
import { fill } from './fill.ts';
import type { Importer } from './importers/define.ts';
import { IMPORTERS } from './importers/registry.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from './parsed.ts';
import { splitStacked } from './structure/split-stacked.ts';
import { MOST_COLUMNS, uprighted } from './structure/transposed.ts';
import { wantedTables } from './structure/wanted.ts';

/** Whether a file is called as those are that some importer reads. */
export function isCalledLikeTable(name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && IMPORTERS.some(({ extensions }) => extensions.includes(ending));
}

/** The importer that knows this file best, by its first bytes and its name. */
export function importerFor(file: ReadableFile): Importer {
  return importersFor(file)[0];
}

/** All importers that can make something of a file, the surest first. */
function importersFor(file: ReadableFile): [Importer, ...Importer[]] {
  const head = new Uint8Array(Math.min(4096, file.size));
  fill(file, head, 0);
  if (file.size > 0) refuseKnownOthers(head, file.name);
  const [best, ...others] = IMPORTERS.map((importer) => ({ importer, score: importer.sniff(head, file.name, file) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ importer }) => importer);
  if (best === undefined) {
    throw new SuanpanError({
      code: 'file-unsupported',
      where: { file: file.name },
      message: { en: `${file.name} is of a kind that Suanpan does not read`, zh: `算盘无法读取 ${file.name} 这种文件` },
      hint: { en: 'Export it as CSV or XLSX', zh: '请导出为 CSV 或 XLSX' },
    });
  }
  return [best, ...others];
}

const UNPACK: Text = { en: 'Unpack it first', zh: '请先解压' };
const PRINTED: Text = {
  en: 'A PDF is a printed page without cells: export the table as CSV or Excel (XLSX) where the PDF was made',
  zh: 'PDF 是打印页面，没有单元格：请在生成 PDF 的地方将表格导出为 CSV 或 Excel（XLSX）',
};
const DRAWN: Text = { en: 'A picture has no cells: export the table as CSV or Excel (XLSX)', zh: '图片没有单元格：请将表格导出为 CSV 或 Excel（XLSX）' };

const SIGNATURES: readonly { readonly magic: readonly number[]; readonly en: string; readonly zh: string; readonly hint: Text }[] = [
  { magic: [0x25, 0x50, 0x44, 0x46], en: 'a PDF', zh: 'PDF 文件', hint: PRINTED },
  { magic: [0x89, 0x50, 0x4e, 0x47], en: 'a picture', zh: '图片', hint: DRAWN },
  { magic: [0xff, 0xd8, 0xff], en: 'a picture', zh: '图片', hint: DRAWN },
  { magic: [0x52, 0x61, 0x72, 0x21], en: 'a RAR archive', zh: 'RAR 压缩包', hint: UNPACK },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], en: 'a 7z archive', zh: '7z 压缩包', hint: UNPACK },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], en: 'an xz archive', zh: 'xz 压缩包', hint: UNPACK },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], en: 'a Zstandard archive', zh: 'Zstandard 压缩包', hint: UNPACK },
];

function refuseKnownOthers(head: Uint8Array, name: string): void {
  const found = SIGNATURES.find(({ magic }) => magic.every((byte, i) => head[i] === byte));
  if (found === undefined) return;
  throw new SuanpanError({
    code: 'file-unsupported',
    where: { file: name },
    message: { en: `${name} is ${found.en}, not a table`, zh: `${name} 是${found.zh}，不是表格` },
    hint: found.hint,
  });
}

/** Reads a file with the importer that knows it best; tables that lie on their side stand up, those under each other are taken apart where asked. */
export async function readTables(request: Omit<ParseRequest, 'readTables' | 'budget'> & Partial<Pick<ParseRequest, 'budget'>>): Promise<ParsedFile> {
  const { file, knowledge, options } = request;
  const importers = importersFor(file);
  const importer = importers.find(({ id }) => id === options.format) ?? importers[0];
  const formats = importers.map(({ id, title }) => ({ id, title, chosen: id === importer.id }));
  const read = (asked: ImportOptions) => importer.parse({ budget: unpackBudget(file.size), ...request, options: asked, readTables });
  const upright = (table: ParsedTable) => ({
    ...uprighted(withoutBackticks(withoutDoubledReturns(withoutVoid(table), file.name), file.name), file.name, knowledge, optionsOf(options, table.name).transpose),
    // Tables of an archive know those of their own file.
    formats: table.formats ?? formats,
  });
  if (options.splitStacked !== true) {
    const parsed = await read(options);
    return { ...parsed, tables: parsed.tables.map(upright) };
  }
  // What is asked for may be a part, which no importer knows.
  const { table: wanted, ...others } = options;
  const parsed = await read(others);
  const tables = parsed.tables.flatMap(splitStacked).map(upright);
  return { ...parsed, tables: wantedTables(tables, wanted) };
}

/** A sheet reaches as far as its last cell ever did: columns without a name and without a cell are none. */
function withoutVoid(parsed: ParsedTable): ParsedTable {
  if (parsed.dialect !== null || (parsed.headerRows === 0 && parsed.table.columns.length <= MOST_COLUMNS)) return parsed;
  const columns = parsed.table.columns.filter((column) => !(/^column_\d+$/.test(column.name) && column.kind === 'text' && column.dictionary.size === 1));
  return columns.length === parsed.table.columns.length || columns.length === 0 ? parsed : { ...parsed, table: { ...parsed.table, columns } };
}
