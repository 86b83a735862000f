import type { DatasetInfo } from '#contract/datasets';
import type { ModelReply } from '#contract/model';

/**
 * The two tables that a join most likely is about: the lines and the orders of one platform, else the first two.
 *
 * @returns ids of the left and the right table; empty where there are not two
 */
export function firstPair(datasets: readonly Pick<DatasetInfo, 'id'>[], mapped: Pick<ModelReply, 'datasets'>['datasets']): readonly [string, string] {
  const known = new Set(datasets.map((one) => one.id));
  const platformOf = (fields: object) => JSON.stringify(Reflect.get(fields, 'platform') ?? null);
  const filling = (entity: string) => mapped.filter((one) => one.entity === entity && known.has(one.dataset));
  for (const lines of filling('order_lines')) {
    const orders = filling('orders').find((one) => one.dataset !== lines.dataset && platformOf(one.mapping.fields) === platformOf(lines.mapping.fields));
    if (orders !== undefined) return [lines.dataset, orders.dataset];
  }
  return [datasets[0]?.id ?? '', datasets[1]?.id ?? ''];
}
