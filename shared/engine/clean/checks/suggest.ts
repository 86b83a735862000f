import type { CheckRule, CheckSuggestion } from '#contract/checks';
import { countCodes, shapeOf } from '../facet.ts';
import type { Table, TextColumn } from '../../table/table.ts';
import { both } from '../define.ts';

/** Fewer rows prove nothing. */
const ENOUGH = 30;
const FEW_VALUES = 12;
/** What people write today says nothing about tomorrow. */
const FREE_TEXT = /备注|留言|原因|说明|note|remark|comment|message|reason/i;

/** Rules that hold today in every row and say something: keys, filled columns, amounts that are never negative, short lists, shapes. */
export function suggestChecks(table: Table, rules: readonly CheckRule[]): CheckSuggestion[] {
  if (table.rows < ENOUGH) return [];
  const has = (check: string, column: string) => rules.some((rule) => rule.check === check && [rule.params['column'], ...((rule.params['columns'] as string[] | undefined) ?? [])].includes(column));
  const suggestions: CheckSuggestion[] = [];
  const suggest = (check: string, column: string, params: CheckRule['params'], title: CheckSuggestion['title'], reason: CheckSuggestion['reason'], severity: CheckRule['severity'] = 'error') => {
    if (!has(check, column)) suggestions.push({ rule: { check, severity, params }, title, reason });
  };
  for (const column of table.columns) {
    const { name } = column;
    if (column.kind === 'number') {
      const least = column.values.reduce((so, value) => (value < so ? value : so), Number.POSITIVE_INFINITY);
      if ((column.type === 'money' || column.type === 'int') && least >= 0 && Number.isFinite(least))
        suggest('range', name, { column: name, low: '0' }, both(`${name} is 0 or more`, `“${name}”不小于 0`), both('No cell is negative', '没有负值'));
      continue;
    }
    const facts = factsOf(column, table.rows);
    if (column.type === 'id' && facts.missing === 0 && facts.distinct === table.rows)
      suggest(
        'unique',
        name,
        { columns: [name] },
        both(`${name} is unique`, `“${name}”唯一`),
        both(`${table.rows} different codes in ${table.rows} rows`, `${table.rows} 行中有 ${table.rows} 个不同编码`),
      );
    else if (column.type === 'id' && facts.missing === 0) suggest('filled', name, { columns: [name] }, both(`${name} is filled`, `“${name}”不为空`), both('No cell is empty', '没有空单元格'));
    if (column.type === 'enum' && facts.distinct > 1 && facts.distinct <= FEW_VALUES && !FREE_TEXT.test(name))
      suggest(
        'one-of',
        name,
        { column: name, values: facts.texts },
        both(`${name} is one of ${facts.distinct} values`, `“${name}”为 ${facts.distinct} 个取值之一`),
        both(facts.texts.slice(0, 4).join(', '), facts.texts.slice(0, 4).join('、')),
        'warning',
      );
    if (column.type === 'id' && facts.shape !== null && facts.distinct > ENOUGH)
      suggest(
        'shape',
        name,
        { column: name, shape: facts.shape },
        both(`${name} has the shape ${facts.shape}`, `“${name}”字形为 ${facts.shape}`),
        both('Every code has it', '所有编码均如此'),
        'warning',
      );
  }
  return suggestions.filter(({ rule }) => !rules.some((old) => JSON.stringify(old.params) === JSON.stringify(rule.params)));
}

function factsOf(column: TextColumn, rows: number) {
  const counts = countCodes(column, rows);
  const texts: string[] = [];
  const shapes = new Set<string>();
  let distinct = 0;
  for (let code = 1; code < counts.length; code++) {
    if (counts[code] === 0) continue;
    distinct++;
    const text = column.dictionary.text(code) as string;
    if (texts.length <= FEW_VALUES) texts.push(text);
    if (shapes.size < 2) shapes.add(shapeOf(text));
  }
  const [shape] = shapes;
  return { missing: counts[0] as number, distinct, texts, shape: shapes.size === 1 && shape !== undefined && /9/.test(shape) && shape.length >= 6 ? shape : null };
}
