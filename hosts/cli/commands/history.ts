import { defineCommand } from '../command.ts';
import { historyReply } from './history-reply.ts';
import { openWorkspace } from './workspace-name.ts';

export const history = defineCommand({
  name: 'history',
  usage: 'history <workspace>',
  help: 'lists the operations with the cursor',
  args: [1, 1],
  options: {},
  async run(context) {
    await openWorkspace(context);
    historyReply(context, await context.call('history.list', {}));
  },
});
