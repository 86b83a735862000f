import { SuanpanError } from '#contract/errors';
import type { JoinHow, KeyTidying } from '#contract/documents';
import { defineCommand, stringOption } from '../command.ts';
import { openWorkspace } from './workspace-name.ts';

export const join = defineCommand({
  name: 'join',
  usage: 'join <workspace> <left> <right> --on l=r[,l=r] --how left|inner|full|anti --into name [--tidy blanks,width,case,zeros,decimals,signs]',
  help: 'joins two datasets',
  args: [3, 3],
  options: {
    on: { type: 'string', help: 'left=right, several with commas' },
    how: { type: 'string', help: 'left, inner, full or anti' },
    tidy: { type: 'string', help: 'what is overlooked in the keys: blanks, width, case, zeros, decimals, signs' },
    into: { type: 'string', help: 'name of the new dataset' },
    'dry-run': { type: 'boolean', help: 'only report' },
  },
  async run(context) {
    const [, left, right] = context.args as [string, string, string];
    const how = (stringOption(context, 'how') ?? 'left') as JoinHow;
    const on = stringOption(context, 'on');
    const dryRun = context.options['dry-run'] === true;
    const into = stringOption(context, 'into') ?? (dryRun ? 'joined' : undefined);
    if (on === undefined || into === undefined || !['left', 'inner', 'full', 'anti'].includes(how))
      throw new SuanpanError({ code: 'invalid-params', details: 'usage', message: { en: `usage: suanpan ${this.usage}`, zh: `用法：suanpan ${this.usage}` } });
    await openWorkspace(context);
    const keys = Object.fromEntries(
      on.split(',').map((pair) => {
        const [l = '', r] = pair.split('=');
        return [l, r ?? l];
      }),
    );
    const tidy = (stringOption(context, 'tidy') ?? '').split(',').filter((one) => one !== '') as KeyTidying[];
    const { rowsLeft, rowsRight, matchedLeft, matchedRight, unmatchedLeft, unmatchedRight, maxFanOut, rowsResult, warnings } = await context.call('join.run', {
      left,
      right,
      on: keys,
      how,
      into,
      tidy: Object.fromEntries(Object.keys(keys).map((column) => [column, tidy])),
      dryRun,
    });
    const value = { rowsLeft, rowsRight, matchedLeft, matchedRight, unmatchedLeft, unmatchedRight, maxFanOut, rowsResult };
    for (const warning of warnings) context.print(context.text(warning));
    context.reply(value, { columns: Object.keys(value), rows: [Object.values(value)] });
  },
});
