import type { keys as english } from '../en/keys.ts';
import type { Translation } from '../types.ts';

/** The columns by which the rows of a table are found again in its next file. */
export const keys: Translation<typeof english> = {
  'key.ahead': '与下一文件对应各行的列',
  'key.again': '对应已有行的列',
  'key.ahead.offer': '导入后可一键采用',
  'key.job': '区分各行',
  'key.offer': (p) => `按“${p.columns}”区分各行`,
  'key.used': (p) => `今后按以下列区分各行：${p.reason}`,
  'key.set': (p) => `已按“${p.columns}”区分各行`,
  'key.cleared': '已改为按整行识别',
  'key.clear': '改为按整行识别',
  'key.title': '区分各行的列',
  'key.choose': '选择区分各行的列…',
  'key.run': '按所选列区分',
  'key.nearest': (p) => `没有能区分每一行的列，最接近的是：${p.reason}`,
  'key.detail': '后续文件中，这些列内容相同的行视为同一行的更新。若没有这样的列，改动过的行会算作新增。',
};
