import { beginningOf } from '../encoding/beginning.ts';
import { detectFile } from '../encoding/file.ts';
import { readWhole } from '../fill.ts';
import { cellsOf, type MarkdownTable, markdownTables } from '../markdown/tables.ts';
import type { ParsedFile, ParsedTable, ParseRequest } from '../parsed.ts';
import { GridCollector } from '../structure/grid.ts';
import { namedSections, placedSection } from '../structure/sections.ts';
import { transcoderOf } from '../transcode.ts';
import { defineImporter } from './define.ts';

/** Such texts are written for reading: none is large. */
const LARGEST = 16 << 20;
const SAMPLE = 256 << 10;

const decoder = new TextDecoder();
const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

export const markdown = defineImporter({
  id: 'markdown',
  title: { en: 'Tables in Markdown', zh: 'Markdown 表格' },
  extensions: ['md', 'markdown'],
  sniff(head, name, file) {
    if (file.size > LARGEST || head.some((byte) => byte === 0) || /\.(json|log)$/i.test(name)) return 0;
    return markdownTables(linesOf(beginningOf(head))).length > 0 ? 0.95 : 0;
  },
  parse: parseMarkdown,
});

/** Reads the tables between bars: what stands above one is its preamble, what stands below the last its footer. */
async function parseMarkdown(request: ParseRequest): Promise<ParsedFile> {
  const { file, host, options } = request;
  const bytes = readWhole(file);
  const encoding = await detectFile(file, bytes.subarray(0, SAMPLE), request, options.encoding);
  const lines = linesOf(decoder.decode(transcoderOf(encoding, host.decoder, file.name).push(bytes.subarray(encoding.markLength), true)));
  if (lines.at(-1) === '') lines.pop();
  const found = markdownTables(lines);
  const tables = found.flatMap((table, i) => readTable(lines, table, { from: found[i - 1]?.end ?? 0, until: i === found.length - 1 ? lines.length : table.end }, request) ?? []);
  const named = (tables.length > 1 ? namedSections(tables) : tables).map((table) => ({ ...table, reasons: { ...table.reasons, encoding } }));
  return { format: 'markdown', encoding: encoding.encoding, tables: options.table === undefined ? named : named.filter(({ name }) => name === options.table), partial: false };
}

function readTable(lines: readonly string[], { header, end }: MarkdownTable, { from, until }: { readonly from: number; readonly until: number }, request: ParseRequest): ParsedTable | null {
  const grid = new GridCollector('', { ...request, options: { preambleRows: header - from, headerRows: 1, ...request.options } });
  for (let at = from; at < end; at++) {
    const line = lines[at] as string;
    // The rule holds nothing.
    grid.push(at - from + 1, at === header + 1 ? [] : at < header && !line.includes('|') ? [line.trim()] : cellsOf(line));
  }
  const table = grid.finish([]);
  if (table === null) return null;
  const below = lines.slice(end, until).map((line, i) => ({ row: end + i + 1, cells: cellsOf(line) }));
  const footer = below.filter(({ cells }) => cells.length > 0);
  const placed = placedSection(table, { byte: 0, record: from });
  return { ...placed, footer: [...placed.footer, ...footer], blankRows: placed.blankRows + below.length - footer.length, totalRows: placed.totalRows + below.length };
}
