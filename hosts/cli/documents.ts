import fs from 'node:fs';
import { SuanpanError } from '#contract/errors';

/**
 * Reads one of the command line's JSON files.
 *
 * @param keys the keys it may have; others are errors
 * @throws SuanpanError `file-missing`, `invalid-document`
 */
export function readDocument<T>(file: string, keys: readonly string[]): T {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    throw new SuanpanError({ code: 'file-missing', where: { file }, message: { en: `There is no file ${file}`, zh: `找不到文件 ${file}` } });
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    throw invalid(file, `not valid JSON: ${(thrown as Error).message}`, `不是有效的 JSON：${(thrown as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(file, 'must be a JSON object', '应为 JSON 对象');
  const record = value as Record<string, unknown>;
  if (record.version !== 1) throw invalid(file, 'needs "version": 1', '需要 "version": 1');
  const unknown = Object.keys(record).find((key) => key !== 'version' && !keys.includes(key));
  if (unknown !== undefined) throw invalid(file, `unknown key: ${unknown}`, `未知的键：${unknown}`);
  return value as T;
}

function invalid(file: string, en: string, zh: string): SuanpanError {
  return new SuanpanError({ code: 'invalid-document', where: { file }, message: { en: `${file}: ${en}`, zh: `${file}：${zh}` } });
}
