import type { NumberKind } from '../cell-text.ts';
import { styleCurrencies } from './currencies.ts';
import type { WorkbookPackage } from './package.ts';
import { scanPart } from './scan-part.ts';
import { usualKind } from './usual-formats.ts';
import { CLOSE, OPEN } from './xml-tokens.ts';

/** What cells' numbers stand for, by the number of their style. */
export type CellStyles = readonly NumberKind[];

/** Formats that every workbook knows without saying so (ECMA-376 part 1, 18.8.30), those of Chinese, Japanese and Korean Excel included. */
function builtinKind(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  if (id === 46) return 'span';
  if ((id >= 5 && id <= 8) || id === 42 || id === 44) return 'money';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** What a workbook says of its numbers, by the number of a style. */
export interface NumberStyles {
  readonly styles: CellStyles;
  /** Which currency is shown beside them; `null` where there are no two that a column could mix. */
  readonly currencies: readonly (string | null)[] | null;
}

/** Reads the number formats of all cell styles. */
export async function readStyles(parts: WorkbookPackage, path: string): Promise<NumberStyles> {
  const formats = new Map<number, string>();
  const ids: number[] = [];
  const scanner = parts.scanner(path);
  let inCells = false;
  await scanPart(scanner, parts.pieces(path), (token) => {
    if (token === OPEN) {
      if (scanner.is('cellXfs')) inCells = true;
      else if (inCells && scanner.is('xf')) ids.push(Number(scanner.value('numFmtId') ?? 0));
      else if (scanner.is('numFmt') && scanner.depth === 3) formats.set(Number(scanner.value('numFmtId')), scanner.value('formatCode') ?? '');
    } else if (token === CLOSE && scanner.is('cellXfs')) inCells = false;
  });
  const kinds = await kindsOf(formats);
  return { styles: ids.map((id) => kinds.get(id) ?? builtinKind(id)), currencies: styleCurrencies(ids.map((id) => formats.get(id))) };
}

async function kindsOf(formats: ReadonlyMap<number, string>): Promise<ReadonlyMap<number, NumberKind>> {
  const isUsual = [...formats.values()].every((format) => usualKind(format) !== null);
  const kindOf = isUsual ? usualKind : (await import('../number-kinds.ts')).numberKind;
  return new Map([...formats].map(([id, format]) => [id, kindOf(format) ?? 'plain']));
}
