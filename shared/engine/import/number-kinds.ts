import * as XLSX from '@e965/xlsx';
import { type NumberKind, plainFormat } from './cell-text.ts';

/** Tells dates and percents from other numbers by the format code. */
export function numberKind(format: string): NumberKind {
  const known = plainFormat(format);
  if (known !== null) return known;
  if (format === '' || format === 'General') return 'plain';
  if (XLSX.SSF.is_date(format)) return 'date';
  // A quoted or escaped sign is a mere letter: the number is not a hundredth.
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').includes('%') ? 'percent' : 'plain';
}
