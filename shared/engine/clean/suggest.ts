import type { Suggestion } from '#contract/recipe';
import type { RecipeStep } from '#contract/documents';
import type { Table, TextColumn } from '../table/table.ts';

const LOOKED_AT = 5000;

/** Steps that the data itself asks for, with the evidence. Only what is true of this table is suggested. */
export function suggestSteps(table: Table, steps: readonly RecipeStep[]): Suggestion[] {
  return [...untidyTexts(table, steps), ...repeatedKeys(table, steps)];
}

function untidyTexts(table: Table, steps: readonly RecipeStep[]): Suggestion[] {
  const columns: string[] = [];
  let cells = 0;
  for (const column of table.columns) {
    if (column.kind !== 'text' || column.type === 'id' || column.type === 'date' || column.type === 'instant') continue;
    const untidy = countUntidy(column);
    if (untidy === 0 || steps.some((step) => step.step === 'tidy-text' && step.on !== false && (step.params.columns as string[] | undefined)?.includes(column.name))) continue;
    columns.push(column.name);
    cells += untidy;
  }
  if (columns.length === 0) return [];
  return [
    {
      id: 'tidy-text',
      title: { en: `Tidy ${cells} cells in ${columns.length === 1 ? columns[0] : `${columns.length} columns`}`, zh: `整理 ${columns.length} 列中的 ${cells} 个单元格` },
      detail: { en: 'Blanks at the ends or doubled, or full-width letters and digits.', zh: '首尾或连续空格、全角字母或数字。' },
      step: { step: 'tidy-text', version: 1, params: { columns, trim: true, halfWidth: true, control: true, case: 'keep' } },
    },
  ];
}

function countUntidy(column: TextColumn): number {
  const untidy = new Uint8Array(Math.min(column.dictionary.size, LOOKED_AT));
  for (let code = 1; code < untidy.length; code++) {
    const text = column.dictionary.text(code) as string;
    if (/^\s|\s$|\s\s|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]/.test(text)) untidy[code] = 1;
  }
  let cells = 0;
  for (const code of column.codes) cells += untidy[code] ?? 0;
  return cells;
}

/** A column that is nearly unique and looks like a key, in a table with a date to tell the newest by. */
function repeatedKeys(table: Table, steps: readonly RecipeStep[]): Suggestion[] {
  if (steps.some((step) => step.step === 'remove-duplicates' && step.on !== false)) return [];
  const newest = table.columns.find((column) => column.type === 'instant' && /更新|修改|update|modif/i.test(column.name));
  for (const column of table.columns) {
    if (column.type !== 'id' || column.kind !== 'text' || newest === undefined) continue;
    const { filled, distinct } = countDistinct(column);
    const repeated = filled - distinct;
    if (repeated === 0 || filled < 20 || repeated > filled * 0.1) continue;
    return [
      {
        id: 'remove-duplicates',
        title: { en: `${repeated} rows repeat a ${column.name}`, zh: `${repeated} 行的“${column.name}”重复` },
        detail: { en: `Keep the newest by ${newest.name}.`, zh: `按“${newest.name}”保留最新的一行。` },
        step: { step: 'remove-duplicates', version: 1, params: { columns: [column.name], keep: 'newest', by: newest.name } },
      },
    ];
  }
  return [];
}

function countDistinct(column: TextColumn): { filled: number; distinct: number } {
  const seen = new Uint8Array(column.dictionary.size);
  let filled = 0;
  for (const code of column.codes) {
    if (code === 0) continue;
    filled++;
    seen[code] = 1;
  }
  return { filled, distinct: seen.reduce((sum, one) => sum + one, 0) };
}
