import type { RecipeDocument } from '#contract/documents';
import { SuanpanError } from '#contract/errors';
import { defineCommand } from '../command.ts';
import { readDocument } from '../documents.ts';
import { openWorkspace } from './workspace-name.ts';

export const clean = defineCommand({
  name: 'clean',
  usage: 'clean <workspace> <dataset> <recipe.json>',
  help: 'sets the recipe and replays it',
  args: [3, 3],
  options: { 'dry-run': { type: 'boolean', help: 'only tell what the recipe requires, creates and removes' } },
  async run(context) {
    await openWorkspace(context);
    const [, dataset, file] = context.args as [string, string, string];
    const { steps } = readDocument<RecipeDocument>(file, ['steps']);
    const tried = await context.call('recipe.set', { dataset, steps: [...steps], dryRun: true });
    if (context.options['dry-run'] === true) {
      context.reply(
        { ...tried.needs, rows: tried.rows },
        {
          columns: ['requires', 'creates', 'removes', 'missing'],
          rows: [
            [
              tried.needs?.requires.join(', '),
              tried.needs?.creates.join(', '),
              tried.needs?.removes.join(', '),
              tried.needs?.missing.map(({ position, column }) => `${column} (step ${position})`).join(', '),
            ],
          ],
        },
      );
      return;
    }
    const failed = tried.steps.find((step) => step.state === 'error');
    // A recipe that does not run is refused whole: the workspace stays as it was.
    if (failed !== undefined)
      throw new SuanpanError({ code: tried.needs !== undefined && tried.needs.missing.length > 0 ? 'missing-column' : 'invalid-document', message: failed.error ?? failed.title });
    const reply = await context.call('recipe.set', { dataset, steps: [...steps] });
    const value = reply.steps.map(({ step, rowsBefore, rowsAfter, changedCells, refused }) => ({ step: step.step, rowsBefore, rowsAfter, changedCells, refused }));
    context.reply(value, {
      columns: ['step', 'rows before', 'rows after', 'changed cells', 'refused'],
      rows: value.map((row) => [row.step, row.rowsBefore, row.rowsAfter, row.changedCells, row.refused.length]),
    });
  },
});
