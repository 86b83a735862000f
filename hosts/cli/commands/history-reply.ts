import type { HistoryReply } from '#contract/workspace';
import type { CommandContext } from '../command.ts';

/** The history as all three history commands answer it. */
export function historyReply(context: CommandContext, { cursor, operations }: HistoryReply): void {
  const value = { cursor, operations: operations.map(({ n, at, title, undone }) => ({ n, at, title: context.text(title), undone })) };
  context.reply(value, { columns: ['n', 'at', 'title', 'undone'], rows: value.operations.map(({ n, at, title, undone }) => [n, at, title, undone ? 'undone' : '']) });
}
