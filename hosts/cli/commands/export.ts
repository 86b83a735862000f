import path from 'node:path';
import { SuanpanError } from '#contract/errors';
import { defineCommand, stringOption } from '../command.ts';
import { openWorkspace } from './workspace-name.ts';

export const exportTable = defineCommand({
  name: 'export',
  usage: 'export <workspace> <dataset|segment> --to file.csv|.xlsx|.json',
  help: 'writes a file; personal data is masked, formula-like cells are neutralised in csv and xlsx',
  args: [2, 2],
  options: { to: { type: 'string', help: 'file to write' }, reveal: { type: 'boolean', help: 'write personal data as it is' } },
  async run(context) {
    const to = stringOption(context, 'to');
    const format = /\.(csv|xlsx|json)$/.exec(to ?? '')?.[1] as 'csv' | 'xlsx' | 'json' | undefined;
    if (to === undefined || format === undefined)
      throw new SuanpanError({ code: 'invalid-params', details: 'usage', message: { en: `usage: suanpan ${this.usage}`, zh: `用法：suanpan ${this.usage}` } });
    await openWorkspace(context);
    const name = context.args[1] as string;
    const target = { kind: 'path', path: path.resolve(to) } as const;
    const sets = await context.call('datasets.list', {});
    const reply =
      sets.some((dataset) => dataset.id === name) || format === 'json'
        ? await context.call('export.table', { dataset: name, target, format, reveal: context.options.reveal === true })
        : await context.call('segments.export', { regions: name === 'all' ? [] : [name], target, format, lang: context.lang });
    context.reply(reply, { columns: ['file', 'rows', 'bytes'], rows: [[reply.file, reply.rows, reply.bytes]] });
  },
});
