import path from 'node:path';
import fs from 'node:fs';
import os from 'node:os';
import type { PlanDocument } from '#contract/documents';
import { defineCommand, stringOption } from '../command.ts';
import { readDocument } from '../documents.ts';

/** Every key a plan may have: a new one that is not listed here does not compile. */
const KEYS: Readonly<Record<Exclude<keyof PlanDocument, 'version'>, true>> = {
  templates: true,
  import: true,
  keys: true,
  recipes: true,
  joins: true,
  branches: true,
  checks: true,
  answers: true,
  mapping: true,
  settings: true,
  metrics: true,
  reports: true,
};

export const run = defineCommand({
  name: 'run',
  usage: 'run <plan.json>',
  help: 'replays a plan from its files; the same files give the same table hashes',
  args: [1, 1],
  options: { workspace: { type: 'string', help: 'keep the workspace in this file' } },
  async run(context) {
    const file = path.resolve(context.args[0] as string);
    const plan = readDocument<PlanDocument>(file, Object.keys(KEYS));
    const kept = stringOption(context, 'workspace');
    const folder = kept === undefined ? fs.mkdtempSync(path.join(os.tmpdir(), 'suanpan-run-')) : null;
    const workspace = kept === undefined ? path.join(folder as string, 'run.suanpan') : path.resolve(kept);
    try {
      await context.call('workspace.create', { name: path.basename(file, '.json'), path: workspace });
      const reply = await context.call('plan.run', { plan, folder: path.dirname(file) });
      context.reply(reply, { columns: ['table', 'hash'], rows: Object.entries(reply.tableHash) });
    } finally {
      await context.engine.call('workspace.close', {});
      if (folder !== null) fs.rmSync(folder, { recursive: true, force: true });
    }
  },
});
