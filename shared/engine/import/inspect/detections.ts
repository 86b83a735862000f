import type { ImportOptions } from '#contract/documents';
import type { Detection, InspectedColumn } from '#contract/import';
import { rowsAbove } from './preview-rows.ts';
import { maskPersonal } from '#contract/personal';
import type { Text } from '#contract/values';
import { ENCODINGS, encodingLabel } from '../encoding/index.ts';
import { examplesOf } from '../types/infer.ts';
import { decimalCard } from './decimal-card.ts';
import { layoutCard } from './layout-card.ts';
import { backFrom, both, CHOSEN } from './card-words.ts';
import type { Proposed } from './inspect.ts';
import type { EncodingReason, ParsedFile } from '../parsed.ts';
import { cellAt, type TextColumn } from '../../table/table.ts';
import { sheetCard, stackedCard } from './table-cards.ts';
import { dateCard, zoneCard } from './time-cards.ts';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const DELIMITER_TEXTS: Readonly<Record<string, Text>> = { ',': { en: 'Comma', zh: '逗号' }, ';': { en: 'Semicolon', zh: '分号' }, '\t': { en: 'Tab', zh: '制表符' }, '|': { en: 'Bar', zh: '竖线' } };

type Looked = Pick<InspectedColumn, 'unparsed' | 'nulls'> & Partial<Pick<InspectedColumn, 'personal'>>;

/** The cards that say how a file was read, why, and how else it could be read. */
export function detectionsOf(proposed: Proposed, file: ParsedFile, options: ImportOptions, columns: readonly Looked[]): Detection[] {
  return [
    formatCard(proposed, options),
    layoutCard(proposed, options),
    encodingCard(proposed, options, columns),
    delimiterCard(proposed, options),
    headerCard(proposed, options),
    totalAboveCard(proposed, options),
    footerCard(proposed, options),
    dateCard(proposed, options, columns),
    decimalCard(proposed, options),
    idCard(proposed, options),
    zoneCard(proposed, options),
    stackedCard(proposed, options) ?? sheetCard(file, proposed, options),
  ].filter((card): card is Detection => card !== null);
}

/** Where a file could be something else as well, or its lines are of one of several kinds. */
function formatCard({ parsed: { formats = [], reasons } }: Proposed, options: ImportOptions): Detection | null {
  const chosen = formats.find((format) => format.chosen);
  if (chosen === undefined || (formats.length === 1 && reasons.format === undefined)) return null;
  return {
    id: 'format',
    title: { en: 'Format', zh: '格式' },
    value: reasons.format?.kind ?? chosen.title,
    reason: options.format === chosen.id ? CHOSEN : (reasons.format?.because ?? { en: 'Its beginning is written so.', zh: '文件开头符合该格式。' }),
    evidence: [],
    sure: true,
    choices: formats.length === 1 ? [] : formats.map(({ id, title, chosen: selected }) => ({ label: title, selected, options: { ...options, format: id } })),
    ...backFrom(options, 'format'),
  };
}

const HOW: Readonly<Record<EncodingReason['how'], Text>> = {
  bom: { en: 'A mark at the start of the file says so.', zh: '文件开头的标记已说明。' },
  valid: { en: 'Every byte is valid UTF-8.', zh: '所有字节均为有效的 UTF-8。' },
  ascii: { en: 'The beginning holds only plain Latin characters.', zh: '文件开头只有基本拉丁字符。' },
  'zero-bytes': { en: 'Every second byte is zero.', zh: '每隔一个字节为零。' },
  escapes: { en: 'Its escape sequences say so.', zh: '其转义序列已说明。' },
  statistics: { en: 'Its characters are everyday ones.', zh: '解码后均为常用字。' },
  declared: { en: 'The file says so itself.', zh: '文件自身已声明。' },
  option: CHOSEN,
};

/** Whether a text is of a cell about people, looked for as far down as a sample of the bytes goes. */
function isOfSomebody(text: string, { parsed: { table }, types }: Proposed, columns: readonly Looked[]): boolean {
  const rows = Math.min(table.rows, LOOKED_AT);
  return table.columns.some((column, i) => {
    if ((columns[i]?.personal ?? types.columns[i]?.personal) !== true) return false;
    for (let row = 0; row < rows; row++) if (String(cellAt(column, row) ?? '').includes(text)) return true;
    return false;
  });
}

const LOOKED_AT = 1000;

function encodingCard(proposed: Proposed, options: ImportOptions, columns: readonly Looked[]): Detection | null {
  const { parsed } = proposed;
  const reason = parsed.reasons.encoding;
  if (reason === null) return null;
  const broken = reason.brokenUtf8At === null ? both('') : { en: ` UTF-8 fails at byte ${reason.brokenUtf8At + 1}.`, zh: `UTF-8 在第 ${reason.brokenUtf8At + 1} 字节处失败。` };
  const evidence =
    reason.sample === null || isOfSomebody(reason.sample.read, proposed, columns)
      ? []
      : [
          { from: reason.sample.read, tone: 'good' as const },
          { from: encodingLabel(reason.sample.other), to: reason.sample.otherwise, tone: 'bad' as const },
        ];
  const choices = ENCODINGS.includes(reason.encoding) ? ENCODINGS : [reason.encoding, ...ENCODINGS];
  return {
    id: 'encoding',
    title: { en: 'Encoding', zh: '编码' },
    value: encodingLabel(reason.encoding),
    reason: { en: HOW[reason.how].en + broken.en, zh: HOW[reason.how].zh + broken.zh },
    evidence,
    sure: reason.sure,
    choices: choices.map((encoding) => ({ label: encodingLabel(encoding), selected: encoding === reason.encoding, options: { ...options, encoding } })),
    ...backFrom(options, 'encoding'),
  };
}

function delimiterCard({ parsed }: Proposed, options: ImportOptions): Detection | null {
  const { dialect } = parsed;
  const reason = parsed.reasons.delimiter;
  if (dialect === null || reason === null) return null;
  const other = reason.looked - reason.agreeing;
  const isOutside = other > 0 && other <= outsideRows(parsed, reason.width);
  return {
    id: 'delimiter',
    title: { en: 'Separator', zh: '分隔符' },
    value: DELIMITER_TEXTS[dialect.delimiter] ?? both(dialect.delimiter),
    reason: {
      en: `${reason.agreeing} of ${counted(reason.looked, 'row', 'rows')} looked at split into ${counted(reason.width, 'field', 'fields')}.${dialect.padded ? ' Blanks pad them; around quotes these do not count.' : ''}`,
      zh: `所查看的 ${reason.looked} 行中有 ${reason.agreeing} 行分成 ${reason.width} 个字段。${dialect.padded ? '字段以空格补齐，引号外的空格不计。' : ''}`,
    },
    evidence:
      other === 0
        ? []
        : isOutside
          ? [{ from: { en: `${counted(other, 'row stands', 'rows stand')} above or below the table`, zh: `${other} 行在表格之上或之下` }, tone: 'plain' }]
          : [{ from: { en: `${counted(other, 'row has', 'rows have')} another number of fields`, zh: `${other} 行的字段数不同` }, tone: 'warn' }],
    sure: options.delimiter !== undefined || isOutside || reason.agreeing >= reason.looked * 0.8,
    choices: [',', ';', '\t', '|'].map((delimiter) => ({
      label: delimiter === '\t' ? { en: 'Tab', zh: '制表符' } : both(delimiter),
      selected: delimiter === dialect.delimiter,
      options: { ...options, delimiter },
    })),
    ...backFrom(options, 'delimiter'),
  };
}

/** Rows above and below the table that have another number of fields than it; 0 where rows between them have so, too. */
function outsideRows({ preamble, footer, setAside }: Proposed['parsed'], width: number): number {
  if (setAside.some(({ misfit }) => misfit?.kind === 'fields')) return 0;
  // The cells of a footer are kept by column, as many as there are.
  return preamble.filter((cells) => cells.length !== width).length + footer.length;
}

function headerCard({ parsed }: Proposed, options: ImportOptions): Detection | null {
  const reason = parsed.reasons.header;
  // Where every field of every row bears its name, or the format of the lines says what each is, there is no header row to choose.
  if (reason?.row === 0 || parsed.reasons.format?.kind !== undefined) return null;
  const row = reason?.row ?? 0;
  const skipped = parsed.preamble.length;
  const first = rowsAbove(parsed) + 1;
  const through = first + skipped - 1;
  const levels = parsed.headerRows;
  const rows = [...new Set([1, 2, 3, row].filter((n) => n > 0))].sort((a, b) => a - b);
  return {
    id: 'header',
    title: { en: 'Header', zh: '表头' },
    value: reason === null ? { en: 'None', zh: '无' } : levels > 1 ? { en: `Rows ${row} to ${row + levels - 1}`, zh: `第 ${row} 至 ${row + levels - 1} 行` } : { en: `Row ${row}`, zh: `第 ${row} 行` },
    reason:
      reason === null
        ? options.headerRows === undefined
          ? { en: 'The first row reads like data.', zh: '第一行看起来是数据。' }
          : CHOSEN
        : {
            en: `${skipped > 0 ? `${skipped === 1 ? `Row ${first} is` : `Rows ${first} to ${through} are`} no part of the table. ` : ''}${levels > 1 ? `Its ${levels} rows` : `Row ${row}`} ${levels > 1 ? 'make' : 'has'} ${counted(reason.names, 'name', 'names')}${reason.known > 0 ? `, ${reason.known} of them known` : ''}.`,
            zh: `${skipped > 0 ? `${first === 1 ? `前 ${skipped} 行` : skipped === 1 ? `第 ${first} 行` : `第 ${first} 至 ${through} 行`}不属于表格。` : ''}${levels > 1 ? `${levels} 行表头合成` : `第 ${row} 行有`} ${reason.names} 个列名${reason.known > 0 ? `，其中 ${reason.known} 个已知` : ''}。`,
          },
    evidence: parsed.preamble
      .slice(0, 3)
      .map((cells) => ({
        // Whose account it is stands there.
        from: maskPersonal(cells.filter((cell) => cell.trim() !== '').join(' ')).slice(0, 40),
        tone: 'plain' as const,
      }))
      .filter((item) => item.from !== ''),
    sure: options.headerRows !== undefined || options.preambleRows !== undefined || reason === null || reason.known >= 2 || skipped === 0,
    choices: [
      ...(levels > 1 ? [{ label: both(`${row}–${row + levels - 1}`), selected: true, options: { ...options, preambleRows: row - 1, headerRows: levels } }] : []),
      ...rows.map((n) => ({ label: both(String(n)), selected: levels === 1 && n === row, options: { ...options, preambleRows: n - 1, headerRows: 1 } })),
      { label: { en: 'None', zh: '无' }, selected: reason === null, options: { ...options, preambleRows: 0, headerRows: 0 } },
    ],
    ...backFrom(options, 'preambleRows', 'headerRows'),
  };
}

function footerCard({ parsed }: Proposed, options: ImportOptions): Detection | null {
  const rows = parsed.footer.length - (parsed.reasons.above?.rows ?? 0);
  if (rows === 0 && options.footerRows === undefined) return null;
  const reason = parsed.reasons.footer;
  const proven = reason?.sums.length ?? 0;
  const aside = parsed.setAside.length;
  return {
    id: 'footer',
    title: { en: 'Last row', zh: '末行' },
    value: rows === 0 ? { en: 'Kept', zh: '保留' } : { en: reason === null ? 'A note, left out' : 'A total, left out', zh: reason === null ? '说明文字，不导入' : '合计行，不导入' },
    reason:
      reason === null
        ? { en: rows === 1 ? 'The row at the end is no data.' : `${rows} rows at the end are no data.`, zh: `末尾 ${rows} 行不是数据。` }
        : {
            en: `It reads ${reason.label}${proven > 0 ? '; amounts add up.' : `; its amounts do not match the sums${aside > 0 ? `, ${counted(aside, 'row', 'rows')} being set aside` : ''}.`}`,
            zh: `内容为“${reason.label}”${proven > 0 ? '，金额与合计相符。' : `，金额与合计不符${aside > 0 ? `（有 ${aside} 行被隔离）` : ''}。`}`,
          },
    evidence: (reason?.sums ?? []).slice(0, 2).map((sum) => ({ from: sum.text, to: `Σ ${sum.column}`, tone: 'plain' as const })),
    sure: rows === 0 || proven > 0 || reason === null,
    choices: [
      { label: { en: 'Leave out', zh: '不导入' }, selected: rows > 0, options: { ...options, footerRows: undefined } },
      { label: { en: 'Keep', zh: '保留' }, selected: rows === 0, options: { ...options, footerRows: 0 } },
    ],
  };
}

/** Totals straight below the header have a card of their own: whoever keeps the last row need not want them. */
function totalAboveCard({ parsed }: Proposed, options: ImportOptions): Detection | null {
  const { above } = parsed.reasons;
  if (above === undefined) return null;
  const isKept = above.rows === 0;
  const label: Text = above.label === '' ? { en: 'It names nothing', zh: '首行没有名称' } : { en: `It reads ${above.label}`, zh: `内容为“${above.label}”` };
  return {
    id: 'total-above',
    title: { en: 'First row', zh: '首行' },
    value: isKept ? { en: 'Kept', zh: '保留' } : { en: 'A total, left out', zh: '合计行，不导入' },
    reason: {
      en: `${label.en}; ${above.isProven ? 'amounts add up' : 'its amounts do not match the sums of the rows below'}.`,
      zh: `${label.zh}，金额与下方各行合计${above.isProven ? '相符' : '不符'}。`,
    },
    evidence: above.sums.slice(0, 2).map((sum) => ({ from: sum.text, to: `Σ ${sum.column}`, tone: 'plain' as const })),
    sure: isKept || above.isProven,
    choices: [
      { label: { en: 'Leave out', zh: '不导入' }, selected: !isKept, options: { ...options, totalAbove: undefined } },
      { label: { en: 'Keep', zh: '保留' }, selected: isKept, options: { ...options, totalAbove: false } },
    ],
  };
}

function idCard({ parsed, types }: Proposed, options: ImportOptions): Detection | null {
  for (const [i, column] of types.columns.entries()) {
    const chosen = options.types !== undefined && Object.hasOwn(options.types, column.name) ? options.types[column.name] : undefined;
    // Numbers of people are shown nowhere; what was made a number by choice can be taken back.
    if ((column.type !== 'id' && !(column.type === 'number' && chosen === 'number')) || column.personal) continue;
    const example = examplesOf(parsed.table.columns[i] as TextColumn, 20)
      .map((text) => text.replace(/^="?|"$|^['\t]+/g, ''))
      .find((text) => /^\d{16,}$/.test(text) || /^0\d+$/.test(text));
    if (example === undefined) continue;
    const isText = column.type === 'id';
    const asNumber = String(Number(example));
    const { [column.name]: _chosen, ...others } = options.types ?? {};
    return {
      id: 'ids',
      title: { en: 'Long codes', zh: '长编码' },
      value: isText ? { en: 'Kept as text', zh: '保留为文本' } : { en: 'Made numbers', zh: '转为数字' },
      reason: isText
        ? { en: `${column.name}: a number would not keep every digit.`, zh: `“${column.name}”：若作为数字将丢失位数。` }
        : { en: `${column.name}: not every digit is kept.`, zh: `“${column.name}”：未保留全部位数。` },
      evidence: asNumber === example ? [{ from: example, tone: 'good' }] : [{ from: `…${example.slice(-9)}`, to: `…${asNumber.slice(-9)}`, tone: 'bad' }],
      sure: true,
      choices: [
        { label: { en: 'Text', zh: '文本' }, selected: isText, options: { ...options, types: { ...options.types, [column.name]: 'id' } } },
        { label: { en: 'Number', zh: '数字' }, selected: !isText, options: { ...options, types: { ...options.types, [column.name]: 'number' } } },
      ],
      ...(chosen !== undefined && { back: { ...options, types: Object.keys(others).length === 0 ? undefined : others } }),
    };
  }
  return null;
}
