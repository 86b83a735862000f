import path from 'node:path';
import { exceljsXlsx, openpyxlXlsx, sheetjsXlsx } from '../peers.mjs';
import { importBothWays } from '../suanpan.mjs';
import { dividedBy, sizeOf, table } from '../table.mjs';

const BARS = { sheetjs: { ratio: 0.15 }, exceljs: { ratio: 0.2 }, memory: { megabytes: 600 } };

export function contenders(setting) {
  const {
    tools,
    folder,
    data: { xlsx, largeXlsx },
  } = setting;
  const own = (id, name, note, { file, rows }) => ({
    id,
    name,
    note,
    rows,
    run: (round) => importBothWays(setting, path.join(folder, `${id}-${round}.suanpan`), file),
  });
  return [
    own('xlsx', 'Suanpan', 'types inferred, refused cells listed, durable in a new workspace', xlsx),
    sheetjsXlsx({ id: 'sheetjs', ...xlsx }),
    exceljsXlsx({ id: 'exceljs', ...xlsx }),
    openpyxlXlsx(tools, { id: 'openpyxl', ...xlsx }),
    own('large-xlsx', 'Suanpan', 'the same with five times the rows', largeXlsx),
  ];
}

export function section({ data: { xlsx, largeXlsx } }, results) {
  const own = results.get('xlsx');
  const row = (id, bar) => ({ result: results.get(id), ratios: dividedBy(own, results.get(id)), bar });
  const large = results.get('large-xlsx');
  return `## Import of one workbook (XLSX), ${sizeOf(xlsx)}

The peers only read.

${table({ first: 'program', ratio: 'ours ÷ it' }, [row('xlsx'), row('sheetjs', BARS.sheetjs), row('exceljs', BARS.exceljs), row('openpyxl')])}

## Import of one workbook (XLSX), ${sizeOf(largeXlsx)}

${table({ first: 'program', ratio: 'it ÷ the smaller one' }, [{ result: large, ratios: dividedBy(large, own), bar: BARS.memory }])}`;
}
