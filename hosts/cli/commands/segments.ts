import { defineCommand } from '../command.ts';
import { money } from '../output.ts';
import { openWorkspace } from './workspace-name.ts';

export const segments = defineCommand({
  name: 'segments',
  usage: 'segments <workspace> [id]',
  help: 'lists segments, or the members of one (as codes)',
  args: [1, 2],
  options: {},
  async run(context) {
    await openWorkspace(context);
    const id = context.args[1];
    if (id === undefined) {
      const { regions } = await context.call('segments.rfm', {});
      const value = {
        segments: regions.map((region) => ({
          id: region.id,
          title: context.text(region.title),
          customers: region.customers,
          share: region.share,
          sales: money(region.sales),
          salesShare: region.salesShare,
        })),
      };
      context.reply(value, {
        columns: ['id', 'title', 'customers', 'share', 'sales'],
        rows: value.segments.map((row) => [row.id, row.title, row.customers, `${(row.share * 100).toFixed(1)}%`, row.sales]),
      });
      return;
    }
    const reply = await context.call('segments.members', { regions: [id], limit: 1_000_000 });
    const rows = reply.rows.map((row) => row.map((cell, i) => (reply.columns[i]?.type === 'money' ? money(cell as number | null) : cell)));
    const columns = reply.columns.map((column) => column.name);
    context.reply({ columns, rows }, { columns, rows });
  },
});
