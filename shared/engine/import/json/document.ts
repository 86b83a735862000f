import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';
import type { ReadableFile } from '../../ports.ts';
import { fileOf, fill } from '../fill.ts';
import { GridCollector } from '../structure/grid.ts';
import type { ParsedTable, ParseRequest } from '../parsed.ts';
import { isFields, isList, RecordTable } from './records.ts';
import { cellOf, DEEPEST, type Json, JsonError, JsonScanner, LONGEST_TEXT, TOO_DEEP, TOO_LONG } from './scanner.ts';

const RECORDS_PER_BREATH = 2000;

/** What JSON may hold and no table does. */
const NO_TABLE: Readonly<Record<string, Text>> = {
  [TOO_DEEP]: { en: `lists or records more than ${DEEPEST} deep in each other`, zh: `的列表或记录嵌套超过 ${DEEPEST} 层` },
  [TOO_LONG]: { en: `a text of more than ${LONGEST_TEXT >> 20} MB`, zh: `有一段文本超过 ${LONGEST_TEXT >> 20} MB` },
};

/** A longer line is a document that stands on one. */
const LONGEST_LINE = 8 << 20;
const NEWLINE = 10;

/** The list that the first line is where another one follows on the next; `null` where the text is no list a line. */
function firstListLine(file: ReadableFile, start: number): readonly Json[] | null {
  if (new JsonScanner(file, start).peek() !== 91) return null;
  const bytes = new Uint8Array(Math.min(LONGEST_LINE, file.size - start));
  const newline = bytes.subarray(0, fill(file, bytes, start)).indexOf(NEWLINE);
  if (newline < 0 || new JsonScanner(file, start + newline).peek() !== 91) return null;
  try {
    const line = new JsonScanner(fileOf(file.name, bytes.subarray(0, newline)), 0);
    const value = line.value();
    return isList(value) && line.peek() < 0 ? value : null;
  } catch {
    return null;
  }
}

/** Walks one JSON text; records go to their tables as they come, whatever else there is waits in `loose`. */
export class JsonDocument {
  readonly #request: ParseRequest;
  readonly #file: ReadableFile;
  readonly #scanner: JsonScanner;
  readonly #tables = new Map<string, RecordTable>();
  readonly #grids: ParsedTable[] = [];
  readonly #loose: { path: readonly string[]; value: Json }[] = [];
  #count = 0;

  constructor(request: ParseRequest, file: ReadableFile, start: number) {
    this.#request = request;
    this.#file = file;
    this.#scanner = new JsonScanner(file, start);
  }

  async read(): Promise<readonly ParsedTable[]> {
    const start = this.#scanner.position;
    try {
      const list = firstListLine(this.#file, start);
      if (this.#hasLines(start) || list?.every(isFields) === true) await this.#lines();
      else if (list !== null) await this.#listLines();
      else {
        await this.#walk([]);
        if (this.#scanner.peek() >= 0) throw new JsonError('more than one value', this.#scanner.position);
      }
    } catch (thrown) {
      if (thrown instanceof JsonError) throw this.#damaged(thrown);
      throw thrown;
    }
    return this.#finish();
  }

  /** Whether the first line is a whole record and another one follows. */
  #hasLines(start: number): boolean {
    const ahead = new JsonScanner(this.#file, start);
    if (ahead.peek() !== 123) return false;
    const { line } = ahead;
    try {
      ahead.value();
      const closed = ahead.line;
      return closed === line && ahead.peek() === 123 && ahead.line > line;
    } catch {
      // A broken first line is set aside when the second one is a record.
      const next = new JsonScanner(this.#file, start);
      next.skipLine(start);
      try {
        return next.peek() === 123 && isFields(next.value());
      } catch {
        return false;
      }
    }
  }

  /** A record a line, or a list of them; a line that is none is set aside and the next one read. */
  async #lines(): Promise<void> {
    const table = new RecordTable('', this.#tables);
    const scanner = this.#scanner;
    let row = 0;
    while (scanner.peek() >= 0) {
      const { position } = scanner;
      try {
        const { line } = scanner;
        const value = scanner.value();
        if (scanner.line !== line) throw new JsonError('a record goes on over the end of its line', scanner.position);
        const records = isList(value) && value.every(isFields) ? value : [value];
        for (const record of records) table.add(++row, record);
      } catch (thrown) {
        if (!(thrown instanceof JsonError)) throw thrown;
        row++;
        table.setAside.push({ row, reason: { en: 'not a JSON record', zh: '不是 JSON 记录' }, bytes: scanner.skipLine(position) });
      }
      await this.#breathe();
    }
  }

  /** A list a line: each is a row. */
  async #listLines(): Promise<void> {
    const grid = new GridCollector('', this.#request);
    for (let row = 1; this.#scanner.peek() >= 0; row++) {
      const value = this.#scanner.value();
      grid.push(row, isList(value) ? value.map(cellOf) : [cellOf(value)]);
      await this.#breathe();
    }
    const table = grid.finish([]);
    if (table !== null) this.#grids.push(table);
  }

  async #walk(path: readonly string[]): Promise<void> {
    const scanner = this.#scanner;
    const byte = scanner.peek();
    if (byte === 91) await this.#list(path);
    else if (byte === 123 && path.length < 20) {
      scanner.take('{');
      if (scanner.takeIf('}')) return;
      do await this.#walk([...path, scanner.key()]);
      while (scanner.takeIf(','));
      scanner.take('}');
    } else this.#loose.push({ path, value: scanner.value() });
  }

  async #list(path: readonly string[]): Promise<void> {
    const scanner = this.#scanner;
    scanner.take('[');
    const first = scanner.peek();
    if (first === 123) await this.#records(path.join('.'));
    else if (first === 91) await this.#grid(path.join('.'));
    else {
      const items: Json[] = [];
      if (first !== 93) {
        do items.push(scanner.value());
        while (scanner.takeIf(','));
      }
      this.#loose.push({ path, value: items });
    }
    scanner.take(']');
  }

  async #records(path: string): Promise<void> {
    const table = this.#tables.get(path) ?? new RecordTable(path, this.#tables);
    do {
      table.add(table.rows + 1, this.#scanner.value());
      await this.#breathe();
    } while (this.#scanner.takeIf(','));
  }

  async #grid(path: string): Promise<void> {
    const grid = new GridCollector(path, this.#request);
    // {"columns": […], "data": [[…], …]}: the names stand beside the rows.
    const names = this.#loose.find(({ path: at, value }) => /^(columns|fields|header|headers|names)$/i.test(at.at(-1) ?? '') && isList(value));
    let row = 0;
    if (names !== undefined) {
      this.#loose.splice(this.#loose.indexOf(names), 1);
      grid.push(++row, (names.value as readonly Json[]).map(cellOf));
    }
    do {
      const value = this.#scanner.value();
      grid.push(++row, isList(value) ? value.map(cellOf) : [cellOf(value)]);
      await this.#breathe();
    } while (this.#scanner.takeIf(','));
    const table = grid.finish([]);
    if (table !== null) this.#grids.push(table);
  }

  async #breathe(): Promise<void> {
    if (++this.#count % RECORDS_PER_BREATH !== 0) return;
    const { work, file } = this.#request;
    work.signal.throwIfAborted();
    work.progress({ done: this.#scanner.position, total: Math.max(1, this.#file.size), note: { en: `Reading ${file.name}`, zh: `正在读取 ${file.name}` } });
    await work.breathe();
  }

  #finish(): readonly ParsedTable[] {
    if (this.#tables.size === 0 && this.#grids.length === 0) return this.#fromLoose();
    // What stands beside the lists (page, total, status) is kept like the lines above a table.
    const beside = this.#loose.map(({ path, value }) => [path.join('.'), cellOf(value)]);
    const tables = [...this.#tables.values()].filter(({ rows, setAside }) => rows + setAside.length > 0);
    return [...tables.map((table, i) => table.finish(i === 0 ? beside : [])), ...this.#grids];
  }

  /** No list of records anywhere: columns as lists, records by name, or one record. */
  #fromLoose(): readonly ParsedTable[] {
    const loose = this.#loose;
    if (loose.length === 0) return [];
    const table = new RecordTable('', this.#tables);
    const lists = loose.map(({ value }) => (isList(value) ? value.length : -1));
    const length = lists[0] as number;
    const only = loose.length === 1 ? loose[0]?.value : undefined;
    if (only !== undefined && isList(only)) for (const value of only) table.add(table.rows + 1, value);
    else if (length > 1 && lists.every((other) => other === length)) {
      for (let i = 0; i < length; i++) table.add(i + 1, new Map(loose.map(({ path, value }) => [path.join('.'), (value as readonly Json[])[i] as Json])));
    } else if (loose.every(({ path }) => path.length === 2) && new Set(loose.map(({ path }) => path[0])).size > 1) this.#byName(table);
    else table.add(1, new Map(loose.map(({ path, value }) => [path.join('.'), value])));
    return table.rows === 0 ? [] : [table.finish([])];
  }

  /** `{"a": {"x": 1}, "b": {"x": 2}}`: a record a name; `{"x": {"0": 1, "1": 2}}`: a column a name, rows by number. */
  #byName(table: RecordTable): void {
    const columnFirst = this.#loose.every(({ path }) => /^\d+$/.test(path[1] as string));
    const records = new Map<string, Map<string, Json>>();
    for (const { path, value } of this.#loose) {
      const [row, column] = (columnFirst ? [path[1], path[0]] : path) as [string, string];
      const record = records.get(row) ?? new Map<string, Json>(columnFirst ? [] : [['key', row]]);
      record.set(column, value);
      records.set(row, record);
    }
    for (const record of records.values()) table.add(table.rows + 1, record);
  }

  #damaged({ message, at }: JsonError): SuanpanError {
    const { name } = this.#request.file;
    const line = this.#scanner.line;
    const place = { en: `line ${line}, byte ${at + 1}`, zh: `第 ${line} 行，第 ${at + 1} 字节` };
    const what = NO_TABLE[message];
    if (what !== undefined)
      return new SuanpanError({
        code: 'file-damaged',
        where: { file: name, row: line },
        message: { en: `${name} holds ${what.en}: ${place.en}`, zh: `${name} 中${what.zh}：${place.zh}` },
        hint: { en: 'No table is written so: export it again', zh: '表格不会这样书写：请重新导出' },
      });
    return new SuanpanError({
      code: 'file-damaged',
      where: { file: name, row: line },
      message: { en: `${name} is no complete JSON: line ${line}, byte ${at + 1}`, zh: `${name} 不是完整的 JSON：第 ${line} 行，第 ${at + 1} 字节` },
      hint: { en: 'Download it again; a file cut off in the middle cannot be read', zh: '请重新下载；中途截断的文件无法读取' },
      details: message,
    });
  }
}
