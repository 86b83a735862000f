import { defineCommand } from '../command.ts';
import { openWorkspace } from './workspace-name.ts';

export const datasets = defineCommand({
  name: 'datasets',
  usage: 'datasets <workspace>',
  help: 'lists datasets with rows, columns, sources, recipe length',
  args: [1, 1],
  options: {},
  async run(context) {
    await openWorkspace(context);
    const list = await context.call('datasets.list', {});
    const value = list.map(({ id, name, rows, columns, sources, steps, setAside, refused }) => ({ id, name, rows, columns, sources, steps, quarantined: setAside, refused }));
    context.reply(value, { columns: ['id', 'name', 'rows', 'columns', 'sources', 'steps', 'set aside', 'refused'], rows: value.map((row) => Object.values(row)) });
  },
});
