import path from 'node:path';
import type { CommandContext } from '../command.ts';

/** Opens the workspace named first; every command but `inspect` and `serve` begins with this. */
export async function openWorkspace(context: CommandContext, create = false): Promise<void> {
  const file = path.resolve(context.args[0] as string);
  if (create) await context.call('workspace.create', { name: path.basename(file).replace(/\.suanpan$/, ''), path: file });
  else await context.call('workspace.open', { path: file });
}
