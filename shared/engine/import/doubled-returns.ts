import type { TextColumn } from '../table/table.ts';
import { Dictionary } from '../table/dictionary.ts';
import type { ParsedTable } from './parsed.ts';

const RETURN = 13;

/** Takes the second return away that some programs end every line with: it stands in the last cell, and is no part of it. */
export function withoutDoubledReturns(parsed: ParsedTable, file: string): ParsedTable {
  const { columns } = parsed.table;
  const last = columns.at(-1);
  if (parsed.dialect === null || last?.kind !== 'text' || !endsInReturns(last)) return parsed;
  return {
    ...parsed,
    table: { ...parsed.table, columns: [...columns.slice(0, -1), withoutReturns(last)] },
    findings: [
      ...parsed.findings,
      {
        code: 'doubled-returns',
        severity: 'info',
        where: { file, column: last.name },
        message: { en: 'Every line ends in two returns; the second one is no part of the last cell and left out', zh: '每行末尾有两个回车符，多出的一个不属于末列的值，已去掉' },
      },
    ],
  };
}

/** Whether every row, also one without a value, ends in a return. */
function endsInReturns({ codes, dictionary }: TextColumn): boolean {
  return codes.length > 0 && codes.every((code) => code !== 0 && dictionary.arena[dictionary.end(code) - 1] === RETURN);
}

function withoutReturns(column: TextColumn): TextColumn {
  const from = column.dictionary;
  const dictionary = new Dictionary();
  const map = new Uint32Array(from.size);
  for (let code = 1; code < from.size; code++) {
    const [start, end] = [from.start(code), from.end(code)];
    const until = from.arena[end - 1] === RETURN ? end - 1 : end;
    if (start < until) map[code] = dictionary.addBytes(from.arena, start, until);
  }
  return { ...column, dictionary, codes: column.codes.map((code) => map[code] as number) };
}
