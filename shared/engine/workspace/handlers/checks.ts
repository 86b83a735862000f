import type { CheckRule } from '#contract/checks';
import { brokenRows, CHECKS, checkedRule, suggestChecks } from '../../clean/index.ts';
import { gather, type Table } from '../../table/table.ts';
import type { Workspace } from '../workspace.ts';
import type { Area, Session } from './session.ts';

/** Sets the rules of a table as one operation that can be undone. */
export async function setChecks(session: Session, dataset: string, rules: readonly CheckRule[], work: ReturnType<Session['work']>): Promise<void> {
  const workspace = session.open;
  const checked = rules.map(checkedRule);
  await workspace.change('checks.set', work, async () => {
    const { name } = workspace.datasets.definition(dataset);
    if (JSON.stringify(workspace.checks.rules(dataset)) === JSON.stringify(checked)) return null;
    return { title: { en: `${name}: ${checked.length} checks`, zh: `${name}：${checked.length} 项检查` }, patch: { checks: { [dataset]: checked } } };
  });
}

/** The rows of a table that break its rule of that number. */
export function failingRows(workspace: Workspace, dataset: string, index: number): Table {
  const table = workspace.datasets.table(dataset);
  const rule = workspace.checks.rules(dataset)[index];
  return gather(table, rule === undefined ? new Uint32Array(0) : brokenRows(table, rule, workspace.checks.context(dataset)).rows);
}

export function checkHandlers(session: Session): Area<'checks'> {
  return {
    'checks.catalogue': () => CHECKS.map(({ id, title, help, params }) => ({ id, title, help, params })),
    'checks.run': ({ dataset }) => session.open.read(() => session.open.checks.results(dataset)),
    'checks.set': async ({ dataset, rules }, context) => {
      await setChecks(session, dataset, rules, session.work(context));
      return session.open.checks.results(dataset);
    },
    'checks.suggest': ({ dataset }) => session.open.read(() => suggestChecks(session.open.datasets.table(dataset), session.open.checks.rules(dataset))),
  };
}
