import type { Filters } from '#contract/metrics';
import { SuanpanError } from '#contract/errors';
import { type CommandContext, listOption, type OptionSpec, stringOption } from '../command.ts';

export const METRIC_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  from: { type: 'string', help: 'first day, YYYY-MM-DD' },
  to: { type: 'string', help: 'last day, YYYY-MM-DD' },
  grain: { type: 'string', help: 'day, week, month, quarter or year' },
  by: { type: 'string', help: 'dimensions, with commas' },
  filter: { type: 'string', help: 'dimension=value, several times', multiple: true },
  compare: { type: 'string', help: 'previous or year' },
};

/** Period and filters of a command line. */
export function periodRequest(context: CommandContext): { from?: string; to?: string; filters?: Filters } {
  const filters: Record<string, string[]> = {};
  for (const filter of listOption(context, 'filter')) {
    const [dimension = '', value] = filter.split(/=(.*)/s);
    if (value === undefined) throw new SuanpanError({ code: 'invalid-params', details: 'usage', message: { en: '--filter takes dimension=value', zh: '--filter 的格式为 维度=取值' } });
    filters[dimension] = [...(filters[dimension] ?? []), value];
  }
  return { from: stringOption(context, 'from'), to: stringOption(context, 'to'), ...(Object.keys(filters).length > 0 && { filters }) };
}
