import path from 'node:path';
import { SuanpanError } from '#contract/errors';
import { defineCommand, listOption, stringOption } from '../command.ts';
import { money } from '../output.ts';
import { momentSince } from './moment-since.ts';
import { openWorkspace } from './workspace-name.ts';

export const changes = defineCommand({
  name: 'changes',
  usage: 'changes <workspace> <dataset> [--since week|import|n|YYYY-MM-DD] [--key column,…] [--to file.csv]',
  help: 'tells what changed in a table since last week, its last import, a change of the history or the end of a day',
  args: [2, 2],
  options: {
    since: { type: 'string', help: 'week (the usual), import, the number of a change in the history, or a day (UTC)' },
    key: { type: 'string', help: 'columns by which rows are the same; without, the key of the table or the columns that tell most rows apart', multiple: true },
    to: { type: 'string', help: 'file for the rows that are new, gone or changed' },
  },
  async run(context) {
    const to = stringOption(context, 'to');
    if (to !== undefined && !to.endsWith('.csv'))
      throw new SuanpanError({ code: 'invalid-params', details: 'usage', message: { en: `usage: suanpan ${this.usage}`, zh: `用法：suanpan ${this.usage}` } });
    await openWorkspace(context);
    const dataset = context.args[1] as string;
    const moments = await context.call('changes.moments', { dataset });
    const given = listOption(context, 'key');
    const gone = given.find((name) => !moments.columns.includes(name));
    if (gone !== undefined) throw new SuanpanError({ code: 'missing-column', where: { column: gone }, message: { en: `There is no column ${gone}`, zh: `没有“${gone}”列` } });
    const key = given.length > 0 ? given : moments.key.length > 0 ? moments.key : (moments.suggested[0]?.columns ?? []);
    const request = { dataset, n: momentSince(moments, stringOption(context, 'since') ?? 'week'), key: [...key] };
    const { columns, past, ...counts } = await context.call('changes.compare', request);
    const shown = columns.map(({ typeThen, typeNow, sumThen, sumNow, ...column }) => ({
      ...column,
      typeThen,
      typeNow,
      sumThen: typeThen === 'money' ? money(sumThen) : sumThen,
      sumNow: typeNow === 'money' ? money(sumNow) : sumNow,
    }));
    const file = to === undefined ? null : await context.call('changes.export', { ...request, target: { kind: 'path', path: path.resolve(to) }, lang: context.lang });
    context.print(`${context.text(past.title)}, ${past.at} → ${counts.rows - past.rows >= 0 ? '+' : ''}${counts.rows - past.rows}`);
    context.print(`added ${counts.added}  removed ${counts.removed}  changed ${counts.changed}  same ${counts.same}  key ${counts.key.join(', ') || '—'}`);
    context.reply(
      { past, ...counts, columns: shown, ...(file !== null && { file: file.file }) },
      { columns: ['column', 'was', 'state', 'changed cells', 'sum then', 'sum now'], rows: shown.map((row) => [row.name, row.nameThen, row.state, row.changed, row.sumThen, row.sumNow]) },
    );
  },
});
