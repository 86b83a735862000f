import { defineCommand } from '../command.ts';
import { historyReply } from './history-reply.ts';
import { openWorkspace } from './workspace-name.ts';

export const redo = defineCommand({
  name: 'redo',
  usage: 'redo <workspace>',
  help: 'does the last undone operation again',
  args: [1, 1],
  options: {},
  async run(context) {
    await openWorkspace(context);
    historyReply(context, await context.call('history.redo', {}));
  },
});
