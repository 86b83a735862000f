import { damaged } from './errors.ts';
import type { Relation, WorkbookPackage } from './package.ts';
import { scanPart } from './scan-part.ts';
import { CLOSE, OPEN } from './xml-tokens.ts';

export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** A name that the workbook gives to a range or a formula. */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

export interface WorkbookParts {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly stringsPath: string | null;
  readonly stylesPath: string | null;
}

/** Kinds of sheets that hold cells; charts and dialogs hold none. */
const SHEETS_WITH_CELLS = ['worksheet', 'xlMacrosheet', 'xlIntlMacrosheet'];
const USUAL_PATH = 'xl/workbook.xml';

/** Reads which sheets a workbook has and where its parts lie. */
export async function readWorkbookParts(parts: WorkbookPackage, file: string): Promise<WorkbookParts> {
  const path = (await parts.relations('')).find(({ kind }) => kind === 'officeDocument')?.path ?? USUAL_PATH;
  if (!parts.has(path)) throw damaged(file, { en: 'its list of sheets is missing', zh: '缺少工作表列表' }, path);
  const relations = await parts.relations(path);
  const book = await readBook(parts, path);
  const sheets: SheetEntry[] = [];
  for (const { name, id, hidden } of book.sheets) {
    const relation = relations.find((candidate) => candidate.id === id);
    if (relation === undefined || !parts.has(relation.path)) throw damaged(file, { en: `the sheet ${name} is missing`, zh: `缺少工作表“${name}”` }, relation?.path ?? id);
    if (SHEETS_WITH_CELLS.includes(relation.kind)) sheets.push({ name, path: relation.path, hidden });
  }
  const pathOf = (kind: Relation['kind']) => {
    const target = relations.find((candidate) => candidate.kind === kind)?.path;
    return target !== undefined && parts.has(target) ? target : null;
  };
  return { date1904: book.date1904, sheets, names: book.names, stringsPath: pathOf('sharedStrings'), stylesPath: pathOf('styles') };
}

interface Book {
  date1904: boolean;
  readonly sheets: { name: string; id: string; hidden: boolean }[];
  readonly names: DefinedName[];
}

async function readBook(parts: WorkbookPackage, path: string): Promise<Book> {
  const book: Book = { date1904: false, sheets: [], names: [] };
  const scanner = parts.scanner(path);
  let named: string | null = null;
  let text = '';
  await scanPart(scanner, parts.pieces(path), (token) => {
    if (token === OPEN) {
      if (scanner.depth === 1 && !scanner.is('workbook')) throw scanner.broken({ en: 'it is no list of sheets', zh: '不是工作表列表' });
      if (scanner.depth === 2 && scanner.is('workbookPr')) book.date1904 = scanner.flag('date1904');
      else if (scanner.depth !== 3) return;
      else if (scanner.is('sheet')) {
        const id = scanner.value('id', true);
        if (id === null) throw scanner.broken({ en: 'a sheet has no place', zh: '有工作表没有位置' });
        book.sheets.push({ name: scanner.value('name') ?? '', id, hidden: /^(veryH|h)idden$/.test(scanner.value('state') ?? '') });
      } else if (scanner.is('definedName')) {
        named = scanner.value('name');
        text = '';
      }
    } else if (token === CLOSE) {
      if (named !== null && scanner.is('definedName')) {
        book.names.push({ name: named, refersTo: text.trim() });
        named = null;
      }
    } else if (named !== null) text += scanner.text;
  });
  return book;
}
