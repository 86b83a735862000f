import path from 'node:path';
import { exceljsXlsx, openpyxlXlsx, sheetjsXlsx } from '../peers.mjs';
import { importBySuanpan, removeWorkspace } from '../suanpan.mjs';
import { sizeOf, table } from '../table.mjs';

const BARS = { sheetjs: { ratio: 0.15 }, exceljs: { ratio: 0.2 }, memory: { megabytes: 600 } };

export function contenders({ tools, cli, folder, data: { xlsx, largeXlsx } }) {
  const own = (id, name, note, { file, rows }) => ({
    id,
    name,
    note,
    rows,
    async run(round) {
      const workspace = path.join(folder, `${id}-${round}.suanpan`);
      const result = await importBySuanpan(cli, workspace, file);
      removeWorkspace(workspace);
      return result;
    },
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
  const row = (id, bar) => ({ result: results.get(id), ratio: own.seconds / results.get(id)?.seconds, bar });
  const large = results.get('large-xlsx');
  return `## Import of one workbook (XLSX), ${sizeOf(xlsx)}

The peers only read.

${table({ first: 'program', ratio: 'ours ÷ it' }, [row('xlsx'), row('sheetjs', BARS.sheetjs), row('exceljs', BARS.exceljs), row('openpyxl')])}

## Import of one workbook (XLSX), ${sizeOf(largeXlsx)}

${table({ first: 'program', ratio: 'it ÷ the smaller one' }, [{ result: large, ratio: large.seconds / own.seconds, bar: BARS.memory }])}`;
}
