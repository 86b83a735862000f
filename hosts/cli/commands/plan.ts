import path from 'node:path';
import { SuanpanError } from '#contract/errors';
import { defineCommand, stringOption } from '../command.ts';
import { openWorkspace } from './workspace-name.ts';

export const plan = defineCommand({
  name: 'plan',
  usage: 'plan <workspace> --to plan.json',
  help: 'writes the workspace as a plan: run over the same files it gives the same tables',
  args: [1, 1],
  options: { to: { type: 'string', help: 'file to write' } },
  async run(context) {
    const to = stringOption(context, 'to');
    if (to === undefined) throw new SuanpanError({ code: 'invalid-params', details: 'usage', message: { en: `usage: suanpan ${this.usage}`, zh: `用法：suanpan ${this.usage}` } });
    await openWorkspace(context);
    const reply = await context.call('plan.export', { target: { kind: 'path', path: path.resolve(to) } });
    context.reply(reply, { columns: ['file', 'bytes'], rows: [[reply.file, reply.bytes]] });
  },
});
