import { defineCommand } from '../command.ts';
import { openWorkspace } from './workspace-name.ts';

export const key = defineCommand({
  name: 'key',
  usage: 'key <workspace> <dataset> [column,…|none]',
  help: 'tells by which columns the rows of a table are found again in its next file, what speaks for others, or sets them; none: by all cells',
  args: [2, 3],
  options: {},
  async run(context) {
    await openWorkspace(context);
    const [, dataset, wanted] = context.args as readonly [string, string, string?];
    const columns = wanted === 'none' ? [] : (wanted?.split(',').map((name) => name.trim()) ?? null);
    const found = columns === null ? await context.call('datasets.key', { dataset }) : await context.call('datasets.set-key', { dataset, columns });
    const told = {
      ...found,
      proposals: found.proposals.map((one) => ({ ...one, reason: context.text(one.reason) })),
      nearest: found.nearest === null ? null : { ...found.nearest, reason: context.text(found.nearest.reason) },
    };
    context.print(found.columns.length === 0 ? '—' : found.columns.join(' + '));
    const shown = told.proposals.length > 0 || told.nearest === null ? told.proposals : [told.nearest];
    context.reply(told, {
      columns: ['columns', 'rows', 'different', 'found again', 'unchanged cells', 'sure'],
      rows: shown.map((one) => [one.columns.join(', '), one.rows, one.different, one.found, one.agreeing === null ? null : `${Math.round(one.agreeing * 100)}%`, one.sure ? 'yes' : 'no']),
    });
  },
});
