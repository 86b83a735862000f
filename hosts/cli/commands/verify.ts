import { SuanpanError } from '#contract/errors';
import { defineCommand } from '../command.ts';
import { openWorkspace } from './workspace-name.ts';

export const verify = defineCommand({
  name: 'verify',
  usage: 'verify <workspace>',
  help: 'checks the file, its originals and that every table is what its recipe gives',
  args: [1, 1],
  options: {},
  async run(context) {
    await openWorkspace(context);
    const reply = await context.call('workspace.verify', {});
    const value = { ok: reply.ok, problems: reply.problems.map((problem) => ({ code: problem.code, message: context.text(problem.message) })) };
    if (!reply.ok && !context.json) throw new SuanpanError({ code: 'workspace-damaged', message: reply.problems[0]?.message ?? { en: 'damaged', zh: '已损坏' } });
    context.reply(value, { columns: ['ok', 'problems'], rows: [[String(value.ok), value.problems.length]] });
  },
});
