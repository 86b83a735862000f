import type { EngineClient } from '#contract/methods';
import { type TestShop, testShop } from './testing.ts';

// For each platform a small export with the headers it really has, and the canonical rows it becomes. Money is in 1/10,000.

let open: TestShop[] = [];

/** Ends the shops of the test before. */
export function stopShops(): void {
  for (const shop of open) shop.stop();
  open = [];
}

/** A workspace into which these files were imported. */
export async function imported(files: Readonly<Record<string, string>>): Promise<Pick<TestShop, 'client' | 'query'>> {
  const shop = await testShop(files);
  open.push(shop);
  return shop;
}

export const templatesOf = async (client: EngineClient): Promise<(string | null)[]> => (await client.call('datasets.list', {})).map(({ template }) => template);
export const ORDERS = 'SELECT order_key, placed_date, paid_date, order_status, is_paid, sales_amount, paid_amount, ship_province FROM orders ORDER BY order_key';
export const LINES = 'SELECT line_key, sku, qty, line_sales FROM order_lines ORDER BY line_key';
