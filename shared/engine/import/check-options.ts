import type { ImportOptions } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { COLUMN_TYPES, type Text } from '#contract/values';

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const COUNT: Text = { en: 'a whole number from 0', zh: '从 0 起的整数' };

type Rule = { readonly holds: (value: unknown) => boolean; readonly wanted: Text };

const RULES: Readonly<Partial<Record<keyof ImportOptions, Rule>>> = {
  preambleRows: { holds: isCount, wanted: COUNT },
  headerRows: { holds: isCount, wanted: COUNT },
  footerRows: { holds: isCount, wanted: COUNT },
  splitStacked: { holds: (value) => typeof value === 'boolean', wanted: { en: 'true or false', zh: 'true 或 false' } },
  totalAbove: { holds: (value) => typeof value === 'boolean', wanted: { en: 'true or false', zh: 'true 或 false' } },
  joinFields: {
    holds: (value) => [value].flat().every((field) => isCount(field) && (field as number) > 0),
    wanted: { en: 'the number of a field, from 1, or several', zh: '一个或多个字段的序号（从 1 起）' },
  },
  padRows: {
    holds: (value) => typeof value === 'boolean' || [value].flat().every((missing) => isCount(missing) && (missing as number) > 0),
    wanted: { en: 'true, false, or how many fields a row may lack, from 1, or several such numbers', zh: 'true、false，或可缺少的字段数（从 1 起，可多个）' },
  },
  emptyTexts: {
    holds: (value) => Array.isArray(value) && value.every((text) => typeof text === 'string' && text.trim() !== ''),
    wanted: { en: 'a list of texts', zh: '文本列表' },
  },
  delimiter: { holds: isOneByte, wanted: { en: 'one character', zh: '一个字符' } },
  quote: { holds: (value) => value === '' || isOneByte(value), wanted: { en: 'one character, or none', zh: '一个字符，或留空' } },
  decimal: { holds: (value) => value === '.' || value === ',', wanted: { en: '"." or ","', zh: '“.” 或 “,”' } },
  dateOrder: { holds: (value) => ['ymd', 'mdy', 'dmy'].includes(String(value)), wanted: { en: '"ymd", "mdy" or "dmy"', zh: '“ymd”、“mdy”或“dmy”' } },
  tables: { holds: (value) => isRecord(value) && Object.values(value as object).every(isRecord), wanted: { en: 'options for each table, by its name', zh: '按表名给出各表的选项' } },
  personal: {
    holds: (value) => isRecord(value) && Object.values(value as object).every((masked) => typeof masked === 'boolean'),
    wanted: { en: 'true (masked) or false for columns, by their names', zh: '按列名给出 true（脱敏）或 false' },
  },
  renames: {
    holds: isRenaming,
    wanted: { en: 'for columns of the file the column of the table that each is, no two the same, or null', zh: '按文件列名给出对应的表中列名（不可重复）或 null' },
  },
  types: {
    holds: (value) => typeof value === 'object' && value !== null && Object.values(value).every((type) => (COLUMN_TYPES as readonly unknown[]).includes(type)),
    wanted: { en: `a type for each column: ${COLUMN_TYPES.join(', ')}`, zh: `每列的类型：${COLUMN_TYPES.join('、')}` },
  },
};

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRenaming(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const columns = Object.values(value as object).filter((to) => to !== null);
  return columns.every((to) => typeof to === 'string' && to !== '') && new Set(columns).size === columns.length;
}

function isOneByte(value: unknown): boolean {
  return typeof value === 'string' && value.length === 1 && value.charCodeAt(0) < 128;
}

/**
 * Refuses options that no file can be read by, before any is.
 *
 * @throws SuanpanError `invalid-params`
 */
export function checkOptions(options: ImportOptions): void {
  for (const [name, rule] of Object.entries(RULES) as [keyof ImportOptions, Rule][]) {
    const value = options[name];
    if (value === undefined || rule.holds(value)) continue;
    throw new SuanpanError({
      code: 'invalid-params',
      message: { en: `The import option ${name} has to be ${rule.wanted.en}; it is ${JSON.stringify(value)}`, zh: `导入选项 ${name} 应为${rule.wanted.zh}，当前为 ${JSON.stringify(value)}` },
    });
  }
  for (const own of Object.values(options.tables ?? {})) checkOptions(own);
}
