import { defineCommand } from '../command.ts';
import { historyReply } from './history-reply.ts';
import { openWorkspace } from './workspace-name.ts';

export const undo = defineCommand({
  name: 'undo',
  usage: 'undo <workspace>',
  help: 'takes the last operation back',
  args: [1, 1],
  options: {},
  async run(context) {
    await openWorkspace(context);
    historyReply(context, await context.call('history.undo', {}));
  },
});
