import type { Finding, Text } from '#contract/values';
import type { CellRange, ParsedTable } from '../parsed.ts';
import { columnLetters, parseRange } from './reference.ts';

/** Findings and ranges beyond this many are counted, not listed. */
const MOST_LISTED = 1000;
const MOST_MERGES = 65_536;

/** What there is to say about a sheet besides its cells. */
export class SheetNotes {
  readonly merges: CellRange[] = [];
  readonly #file: string;
  readonly #sheet: string;
  readonly #errors: Finding[] = [];
  readonly #said: Finding[] = [];
  readonly #hiddenColumns: string[] = [];
  /** Columns, from 0, with numbers that are shown as money. */
  readonly #money = new Set<number>();
  /** Columns, from 0, with how many numbers are shown in which currency. */
  readonly #currencies = new Map<number, Map<string, number>>();
  #errorCount = 0;
  #uncalculated = 0;
  #firstUncalculated = '';
  #mergeCount = 0;
  #hiddenRows = 0;
  #firstHiddenRow = 0;

  constructor(file: string, sheet: string) {
    this.#file = file;
    this.#sheet = sheet;
  }

  /** A cell that holds an error such as `#REF!`. */
  error(row: number, column: number, text: string): void {
    if (++this.#errorCount > MOST_LISTED) return;
    this.#errors.push({
      code: 'cell-error',
      severity: 'warning',
      where: { file: this.#file, sheet: this.#sheet, row, column: columnLetters(column) },
      message: { en: `The cell holds the error ${text}`, zh: `单元格为错误值 ${text}` },
    });
  }

  /** A number that is shown with the sign of a currency. */
  money(column: number): void {
    this.#money.add(column);
  }

  /** A number that is shown in one of the currencies of a workbook with several. */
  currency(column: number, currency: string | null): void {
    if (currency === null) return;
    const counts = this.#currencies.get(column) ?? new Map<string, number>();
    this.#currencies.set(column, counts.set(currency, (counts.get(currency) ?? 0) + 1));
  }

  /** The table with the names of its columns of money, and the currencies that these are shown in. */
  withMoney(table: ParsedTable): ParsedTable {
    const { columns } = table.table;
    return {
      ...table,
      ...(this.#money.size > 0 && { money: columns.flatMap(({ name }, column) => (this.#money.has(column) ? [name] : [])) }),
      ...(this.#currencies.size > 0 && {
        currencies: new Map(columns.flatMap(({ name }, column) => (this.#currencies.has(column) ? [[name, this.#currencies.get(column) as Map<string, number>]] : []))),
      }),
    };
  }

  /** A formula whose result the workbook does not hold. */
  uncalculated(row: number, column: number): void {
    if (this.#uncalculated++ === 0) this.#firstUncalculated = `${columnLetters(column)}${row}`;
  }

  merge(reference: string): void {
    const range = parseRange(reference);
    if (range === null) return;
    this.#mergeCount++;
    if (this.merges.length < MOST_MERGES) this.merges.push(range);
  }

  hiddenRow(row: number): void {
    if (this.#hiddenRows++ === 0) this.#firstHiddenRow = row;
  }

  /** @param first counts from 1, like `last` */
  hiddenColumns(first: number, last: number): void {
    this.#hiddenColumns.push(first === last ? columnLetters(first - 1) : `${columnLetters(first - 1)}:${columnLetters(last - 1)}`);
  }

  hiddenSheet(): void {
    this.#say('sheet-hidden', { en: 'The sheet is hidden in the workbook; it is read all the same', zh: '该工作表在工作簿中被隐藏，仍会读取' });
  }

  /** A table that a person laid over a range. */
  table(name: string, range: string): void {
    this.#say('sheet-table', { en: `The range ${range} is the table ${name}`, zh: `区域 ${range} 是表格“${name}”` });
  }

  /** A name that a person gave; those that Excel keeps for itself (filters, print areas) say nothing. */
  definedName(name: string, refersTo: string): void {
    if (/^_xlnm\./i.test(name)) return;
    this.#say('defined-name', { en: `The name ${name} stands for ${refersTo}`, zh: `名称“${name}”指 ${refersTo}` });
  }

  /** The merged ranges stand too far behind the rows that were read. */
  unseenMerges(): void {
    this.#say('merges-unseen', {
      en: 'Which cells are merged stands at the end of the sheet, behind what the preview reads: the header may have more rows than shown here',
      zh: '合并单元格的信息位于工作表末尾，预览未读到：表头行数可能比此处显示的多',
    });
  }

  /** All of it as findings. */
  findings(): Finding[] {
    const notes = new SheetNotes(this.#file, this.#sheet);
    if (this.#errorCount > MOST_LISTED)
      notes.#say(
        'cell-error',
        { en: `${this.#errorCount} cells hold errors; the first ${MOST_LISTED} are listed`, zh: `共 ${this.#errorCount} 个单元格为错误值，仅列出前 ${MOST_LISTED} 个` },
        'warning',
      );
    if (this.#uncalculated > 0)
      notes.#say(
        'formula-without-result',
        {
          en: `${this.#uncalculated === 1 ? `The formula in ${this.#firstUncalculated} has` : `${this.#uncalculated} formulas, the first in ${this.#firstUncalculated}, have`} no result in the file and read${this.#uncalculated === 1 ? 's' : ''} as empty; open and save it in Excel`,
          zh: `${this.#uncalculated === 1 ? `${this.#firstUncalculated} 中的公式` : `${this.#uncalculated} 个公式（首个在 ${this.#firstUncalculated}）`}在文件中没有结果，按空值读取；请用 Excel 打开后另存`,
        },
        'warning',
      );
    if (this.#mergeCount > 0)
      notes.#say('cells-merged', {
        en: this.#mergeCount === 1 ? '1 merged range; its value stands in the top left cell' : `${this.#mergeCount} merged ranges; their values stand in the top left cells`,
        zh: `${this.#mergeCount} 个合并区域，值保留在左上角单元格`,
      });
    if (this.#hiddenRows > 0)
      notes.#say('rows-hidden', {
        en: this.#hiddenRows === 1 ? `Row ${this.#firstHiddenRow} is hidden; it is read` : `${this.#hiddenRows} rows are hidden, from row ${this.#firstHiddenRow} on; they are read`,
        zh: this.#hiddenRows === 1 ? `第 ${this.#firstHiddenRow} 行被隐藏，仍会读取` : `${this.#hiddenRows} 行被隐藏（自第 ${this.#firstHiddenRow} 行起），仍会读取`,
      });
    if (this.#hiddenColumns.length > 0) {
      const list = this.#hiddenColumns.slice(0, 20).join(', ');
      notes.#say('columns-hidden', { en: `Hidden columns are read: ${list}`, zh: `以下隐藏列仍会读取：${list}` });
    }
    return [...this.#errors, ...notes.#said, ...this.#said.slice(0, MOST_LISTED)];
  }

  #say(code: string, message: Text, severity: Finding['severity'] = 'info'): void {
    this.#said.push({ code, severity, where: { file: this.#file, sheet: this.#sheet }, message });
  }
}
