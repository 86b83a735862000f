import type { RecipeStep } from '#contract/documents';
import type { CellCorrection } from '#contract/import';
import type { Finding } from '#contract/values';
import type { ImportOrigin } from '../history/state.ts';
import { provenDateOrder, provenDecimal } from '../table/column-conventions.ts';
import { columnOf, type Table } from '../table/table.ts';
import { fittedTexts } from './fit.ts';
import { typingOf } from './read-column.ts';

/** A recipe in which cells of a file are corrected, and what is to be said of corrections that cannot be made. */
export interface Corrected {
  readonly recipe: readonly RecipeStep[];
  readonly findings: readonly Finding[];
}

/**
 * Corrections of refused cells as the first step of a recipe: there columns are called and typed as in the file. The file stays as it is,
 * and the step can be seen, changed and taken away like any other.
 *
 * @param read the file's own table
 * @param source its number in the workspace
 */
export function withCorrections(recipe: readonly RecipeStep[], origin: ImportOrigin, read: Table, source: number, corrections: readonly CellCorrection[]): Corrected {
  const findings: Finding[] = [];
  const cells: string[] = [];
  const rows = new Set(read.origin.row);
  for (const { row, column, value } of corrections) {
    const own = columnOf(read, column);
    const name = origin.renames?.[column] ?? column;
    const type = Object.hasOwn(origin.types, name) ? origin.types[name] : undefined;
    if (own === undefined || own.kind !== 'text' || type === undefined || !rows.has(row)) {
      findings.push(
        unfit(row, column, {
          en: `“${value}” for ${column} in row ${row} was left out: read that way the file has no such cell`,
          zh: `“${column}”第 ${row} 行的更正“${value}”未采用：按此方式读取，文件中没有该单元格`,
        }),
      );
      continue;
    }
    const typing = typingOf(origin);
    // What was typed is read as the other cells of the file are.
    const reading = { ...typing, decimal: provenDecimal(own) ?? typing.decimal, dateOrder: provenDateOrder(own.dictionary) ?? typing.dateOrder };
    const [text] = fittedTexts(name, type, reading, [value]);
    if (text === null || text === undefined) {
      findings.push(
        unfit(row, column, { en: `“${value}” for ${column} in row ${row} was left out: the table has ${type} there`, zh: `“${column}”第 ${row} 行的更正“${value}”未采用：与表中该列的类型不符` }),
      );
      continue;
    }
    cells.push(`${source}\t${row}\t${name}\t${text}`);
  }
  return { recipe: cells.length === 0 ? recipe : withFirstEdits(recipe, cells), findings };
}

function withFirstEdits(recipe: readonly RecipeStep[], cells: readonly string[]): readonly RecipeStep[] {
  const [first, ...others] = recipe;
  if (first?.step !== 'edit-cells' || first.on === false || !Array.isArray(first.params['cells'])) return [{ step: 'edit-cells', version: 1, params: { cells } }, ...recipe];
  return [{ ...first, params: { ...first.params, cells: [...(first.params['cells'] as unknown[]), ...cells] } }, ...others];
}

const unfit = (row: number, column: string, message: Finding['message']): Finding => ({ code: 'correction-unfit', severity: 'warning', where: { row, column }, message });
