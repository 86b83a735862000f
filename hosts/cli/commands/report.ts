import path from 'node:path';
import { SuanpanError } from '#contract/errors';
import { defineCommand, listOption, stringOption } from '../command.ts';
import { openWorkspace } from './workspace-name.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const report = defineCommand({
  name: 'report',
  usage: 'report <workspace> <report> --to file.pdf|.html|.xlsx',
  help: 'renders a report',
  args: [2, 2],
  options: {
    to: { type: 'string', help: 'file to write' },
    from: { type: 'string', help: 'first day' },
    until: { type: 'string', help: 'last day; the same as --to-day' },
    'to-day': { type: 'string', help: 'last day' },
  },
  async run(context) {
    const given = listOption(context, 'to');
    const to = given.find((value) => !DAY.test(value));
    const lastDay = given.find((value) => DAY.test(value));
    const format = /\.(pdf|html|xlsx)$/.exec(to ?? '')?.[1] as 'pdf' | 'html' | 'xlsx' | undefined;
    if (to === undefined || format === undefined)
      throw new SuanpanError({ code: 'invalid-params', details: 'usage', message: { en: `usage: suanpan ${this.usage}`, zh: `用法：suanpan ${this.usage}` } });
    await openWorkspace(context);
    const reply = await context.call('reports.export', {
      report: context.args[1] as string,
      from: stringOption(context, 'from'),
      to: lastDay,
      lang: context.lang,
      format,
      target: { kind: 'path', path: path.resolve(to) },
    });
    const value = { file: reply.file, pages: reply.pages, blocks: reply.blocks, warnings: reply.warnings.map(context.text) };
    context.reply(value, { columns: ['file', 'pages', 'blocks', 'bytes'], rows: [[reply.file, reply.pages, reply.blocks, reply.bytes]] });
  },
});
