import { defineCommand, stringOption } from '../command.ts';
import { money } from '../output.ts';
import { METRIC_OPTIONS, periodRequest } from './metric-options.ts';
import { openWorkspace } from './workspace-name.ts';

export const rows = defineCommand({
  name: 'rows',
  usage: 'rows <workspace> <metric>',
  help: 'the rows behind a number; they add up to it',
  args: [2, 2],
  options: {
    ...METRIC_OPTIONS,
    limit: { type: 'string', help: 'rows to show' },
    part: { type: 'string', help: 'numerator or denominator of a ratio' },
    reveal: { type: 'boolean', help: 'show phones and e-mails in texts as they are' },
  },
  async run(context) {
    await openWorkspace(context);
    const reply = await context.call('metrics.rows', {
      metric: context.args[1] as string,
      ...periodRequest(context),
      limit: Number(stringOption(context, 'limit') ?? 1000),
      reveal: context.options.reveal === true,
      part: stringOption(context, 'part') as 'numerator' | undefined,
    });
    const cell = (value: string | number | null, i: number) => (reply.columns[i]?.type === 'money' ? money(value as number | null) : value);
    const isMoney = reply.columns[reply.columns.length - 1]?.type === 'money';
    const columns = reply.columns.map((column) => column.name);
    const data = reply.rows.map((row) => row.map(cell));
    context.reply({ columns, rows: data, total: reply.total, sum: isMoney ? money(reply.sum) : reply.sum, part: reply.part }, { columns, rows: data });
  },
});
