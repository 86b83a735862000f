import type { Grain, MetricInfo, MetricValue } from '#contract/metrics';
import { defineCommand, listOption, stringOption } from '../command.ts';
import { money } from '../output.ts';
import { METRIC_OPTIONS, periodRequest } from './metric-options.ts';
import { openWorkspace } from './workspace-name.ts';

export const metrics = defineCommand({
  name: 'metrics',
  usage: 'metrics <workspace> [id,…]',
  help: 'evaluates metrics; without ids lists the catalogue with locked and available',
  args: [1, 2],
  options: METRIC_OPTIONS,
  async run(context) {
    await openWorkspace(context);
    const catalogue = await context.call('metrics.catalogue', {});
    const ids = (context.args[1] ?? '').split(',').filter((id) => id !== '');
    if (ids.length === 0) {
      const value = catalogue.map(({ id, title, unit, state, unlock }) => ({ id, title: context.text(title), unit, state: state === 'lit' ? 'available' : 'locked', needs: unlock.map(context.text) }));
      context.reply(value, { columns: ['id', 'title', 'unit', 'state', 'needs'], rows: value.map((row) => [row.id, row.title, row.unit, row.state, row.needs.join('; ') || null]) });
      return;
    }
    const units = new Map(catalogue.map((metric): [string, MetricInfo] => [metric.id, metric]));
    const by = listOption(context, 'by');
    const reply = await context.call('metrics.query', {
      ids,
      ...periodRequest(context),
      grain: stringOption(context, 'grain') as Grain | undefined,
      by,
      compare: stringOption(context, 'compare') as 'previous' | undefined,
    });
    const shown = (id: string, value: number | null) => (units.get(id)?.unit === 'money' ? money(value) : value);
    const entry = (values: Readonly<Record<string, MetricValue>>) =>
      Object.fromEntries(
        ids.map((id) => {
          const metric = values[id] as MetricValue;
          return [id, { value: shown(id, metric.value), previous: shown(id, metric.previous), why: metric.why === null ? null : { code: metric.why.code, needs: metric.why.needs } }];
        }),
      );
    const rows = reply.rows.map((row) => ({ ...row.dimensions, ...(row.bucket !== null && { bucket: row.bucket }), metrics: entry(row.metrics) }));
    context.reply(
      { period: reply.period, compared: reply.compared, currency: reply.currency, rows, total: entry(reply.total), notes: reply.notes.map(context.text) },
      {
        columns: [...(reply.rows[0]?.bucket ? ['bucket'] : []), ...by, ...ids],
        rows: reply.rows.map((row) => [
          ...(row.bucket === null ? [] : [row.bucket]),
          ...by.map((dimension) => row.dimensions[dimension]),
          ...ids.map((id) => shown(id, row.metrics[id]?.value ?? null)),
        ]),
      },
    );
  },
});
