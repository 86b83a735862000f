import path from 'node:path';
import { duckdbCsv, pandasCsv, sqliteCsv } from '../peers.mjs';
import { importBothWays } from '../suanpan.mjs';
import { dividedBy, sizeOf, table } from '../table.mjs';

export function contenders(setting) {
  const {
    tools,
    folder,
    data: { platform },
  } = setting;
  return [
    {
      id: 'platform',
      name: 'Suanpan',
      note: 'recognised by its header; types, statuses and shop known; orders, lines, products and returns built, everything durable in a new workspace',
      rows: platform.rows,
      async run(round) {
        const result = await importBothWays(setting, path.join(folder, `platform-${round}.suanpan`), platform.file);
        if (result.told.template !== 'pdd-orders') throw new Error(`taken for ${result.told.template}`);
        return result;
      },
    },
    sqliteCsv(tools, { id: 'platform-sqlite', folder, ...platform }),
    duckdbCsv(tools, { id: 'platform-duckdb', folder, ...platform }),
    pandasCsv(tools, { id: 'platform-pandas', encoding: 'utf-8', ids: ['订单号', '快递单号'], times: ['拼单成功时间', '支付时间', '发货时间', '确认收货时间'], ...platform }),
  ];
}

export function section({ data: { platform } }, results) {
  const own = results.get('platform');
  const rows = ['platform', 'platform-sqlite', 'platform-duckdb', 'platform-pandas'].map((id) => ({ result: results.get(id), ratios: dividedBy(own, results.get(id)) }));
  return `## A platform’s own export, ${sizeOf(platform)}

A year of Pinduoduo orders. The peers only take the text in.

${table({ first: 'program', ratio: 'ours ÷ it' }, rows)}`;
}
