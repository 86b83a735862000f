import type { RecipeStep } from '#contract/documents';
import type { CellCorrection } from '#contract/import';
import type { ColumnType, Finding } from '#contract/values';
import type { ImportOrigin } from '../history/state.ts';
import { renamedColumns } from '../import/index.ts';
import { provenDateOrder, provenDecimal } from '../table/column-conventions.ts';
import { columnOf, type Table } from '../table/table.ts';
import { renamesIn } from './file-renames.ts';
import { fittedTexts } from './fit.ts';
import { HOLDS, widerByCorrection } from './grown-types.ts';
import { typingOf } from './read-column.ts';

/** A recipe in which cells of a file are corrected, and what is to be said of corrections that cannot be made. */
export interface Corrected {
  readonly recipe: readonly RecipeStep[];
  /** The types of the table's columns, some of them wider than before. */
  readonly types: ImportOrigin['types'];
  readonly findings: readonly Finding[];
}

/**
 * Corrections of refused cells as the first step of a recipe: there columns are called and typed as in the file. The file stays as it is,
 * and the step can be seen, changed and taken away like any other.
 *
 * @param read the file's own table
 * @param source its number in the workspace
 * @param isSet whether a template or a person has set the type of a column; others grow where a correction asks for it
 */
export function withCorrections(
  recipe: readonly RecipeStep[],
  origin: ImportOrigin,
  { read, source, isSet }: { readonly read: Table; readonly source: number; readonly isSet: (name: string) => boolean },
  corrections: readonly CellCorrection[],
): Corrected {
  const types: Record<string, ColumnType> = { ...origin.types };
  const findings: Finding[] = [];
  const cells: string[] = [];
  const rows = new Set(read.origin.row);
  const names = read.columns.map((one) => one.name);
  const called = renamedColumns(names, renamesIn(origin, source));
  for (const { row, column, value } of corrections) {
    const own = columnOf(read, column);
    const name = called[names.indexOf(column)] ?? column;
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
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
    const fit = [type, isSet(name) ? null : widerByCorrection(type)]
      .flatMap((one) => (one === null ? [] : [{ type: one, text: fittedTexts(name, one, reading, [value])[0] ?? null }]))
      .find(({ text }) => text !== null);
    if (fit === undefined) {
      findings.push(
        unfit(row, column, {
          en: `“${value}” for ${column} in row ${row} was left out: the table holds ${HOLDS[type].en} there`,
          zh: `“${column}”第 ${row} 行的更正“${value}”未采用：表中该列为${HOLDS[type].zh}`,
        }),
      );
      continue;
    }
    types[name] = fit.type;
    cells.push(`${source}\t${row}\t${name}\t${fit.text}`);
  }
  return { recipe: cells.length === 0 ? recipe : withFirstEdits(recipe, cells), types, findings };
}

function withFirstEdits(recipe: readonly RecipeStep[], cells: readonly string[]): readonly RecipeStep[] {
  const [first, ...others] = recipe;
  if (first?.step !== 'edit-cells' || first.on === false || !Array.isArray(first.params['cells'])) return [{ step: 'edit-cells', version: 1, params: { cells } }, ...recipe];
  return [{ ...first, params: { ...first.params, cells: [...(first.params['cells'] as unknown[]), ...cells] } }, ...others];
}

const unfit = (row: number, column: string, message: Finding['message']): Finding => ({ code: 'correction-unfit', severity: 'warning', where: { row, column }, message });
