import path from 'node:path';
import { pandasCsv } from '../peers.mjs';
import { importBothWays } from '../suanpan.mjs';
import { dividedBy, sizeOf, table } from '../table.mjs';

const BAR = { ratio: 1.6 };

export function contenders(setting) {
  const {
    tools,
    folder,
    data: { gb18030 },
  } = setting;
  return [
    {
      id: 'gb18030',
      name: 'Suanpan, GB18030',
      note: 'the encoding is detected; else as above',
      rows: gb18030.rows,
      run: (round) => importBothWays(setting, path.join(folder, `gb18030-${round}.suanpan`), gb18030.file),
    },
    pandasCsv(tools, { id: 'pandas-gb18030', encoding: 'gb18030', ...gb18030 }),
  ];
}

export function section({ data: { gb18030 } }, results) {
  const own = results.get('gb18030');
  const row = (result, bar) => ({ result, ratios: dividedBy(own, result), bar });
  const rows = [row(own), row({ ...results.get('first'), name: 'Suanpan, UTF-8', note: 'the first table’s import' }, BAR), row(results.get('pandas-gb18030'))];
  return `## The same rows as GB18030, ${sizeOf(gb18030)}\n\n${table({ first: 'program', ratio: 'ours ÷ it' }, rows)}`;
}
