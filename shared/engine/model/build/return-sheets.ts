import type { Sliced } from '../../values/sliced.ts';
import type { BuildReport, MappedTable } from './context.ts';
import { COMPLETES } from './field-store.ts';
import type { OrderIndex } from './order-index.ts';
import { type ReturnIndex, takeReturns } from './returns.ts';
import type { Shops } from './shops.ts';
import { ToldCases } from './told-cases.ts';

/**
 * Takes the after-sales cases of all sheets, each case once: first of the platforms' own after-sales sheets, then of order sheets that only
 * state what was refunded, then of an ERP's.
 */
export function* takeReturnSheets(sheets: readonly MappedTable[], orders: OrderIndex, returns: ReturnIndex, shops: Shops, report: BuildReport): Sliced<void> {
  const own = sheets.filter(({ mapping }) => mapping.role !== 'erp');
  const [ofCases, stating] = [own.filter(({ mapping }) => mapping.cases !== 'stated'), own.filter(({ mapping }) => mapping.cases === 'stated')];
  let pass = 1;
  for (const sheet of ofCases) {
    yield;
    takeReturns(sheet, orders, returns, pass++, shops, report);
  }
  // A later export of lines changes what an earlier one stated: only the cases of after-sales sheets are told already.
  const cases = returns.orders.length;
  for (const sheet of stating) {
    yield;
    takeReturns(sheet, orders, returns, pass++, shops, report, cases === 0 ? undefined : ToldCases.live(returns, cases));
  }
  for (const sheet of sheets.filter(({ mapping }) => mapping.role === 'erp')) takeReturns(sheet, orders, returns, COMPLETES + pass++, shops, report, ToldCases.all(returns));
}
