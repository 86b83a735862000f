import { defineCommand, stringOption } from '../command.ts';
import { openWorkspace } from './workspace-name.ts';

export const query = defineCommand({
  name: 'query',
  usage: 'query <workspace> "<select…>"',
  help: 'read-only SQL over datasets, canonical tables and views',
  args: [2, 2],
  options: { limit: { type: 'string', help: 'rows to show' } },
  async run(context) {
    await openWorkspace(context);
    const reply = await context.call('query.run', { sql: context.args[1] as string, limit: Number(stringOption(context, 'limit') ?? 1000) });
    const columns = reply.columns.map((column) => column.name);
    context.reply({ columns, rows: reply.rows }, { columns, rows: reply.rows });
  },
});
