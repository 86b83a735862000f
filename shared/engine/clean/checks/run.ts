import type { CheckResult, CheckRule } from '#contract/checks';
import { SuanpanError, toErrorInfo } from '#contract/errors';
import type { Table } from '../../table/table.ts';
import { checkParams } from '../params.ts';
import type { CheckContext, CheckDefinition, CheckOutcome } from './define.ts';
import { CHECKS } from './registry.ts';

const BY_ID = new Map(CHECKS.map((check) => [check.id, check]));

/** @throws SuanpanError `invalid-params` for an unknown kind or parameters that do not fit */
export function checkedRule(rule: CheckRule): CheckRule {
  checkParams(rule.check, known(rule).params, rule.params);
  return { check: rule.check, severity: rule.severity === 'warning' ? 'warning' : 'error', params: rule.params };
}

function known({ check }: CheckRule): CheckDefinition {
  const definition = BY_ID.get(check);
  if (definition === undefined) throw new SuanpanError({ code: 'invalid-params', message: { en: `There is no check ${check}`, zh: `没有检查“${check}”` } });
  return definition;
}

/** The rows of a table that break a rule. */
export function brokenRows(table: Table, rule: CheckRule, context: CheckContext): CheckOutcome {
  const definition = known(rule);
  return definition.run(table, checkParams(rule.check, definition.params, rule.params), context);
}

/** Holds a table to a rule. A rule that cannot be looked at says why; it never passes by that. */
export function runCheck(table: Table, rule: CheckRule, context: CheckContext): CheckResult {
  const title = BY_ID.get(rule.check)?.describe(rule.params) ?? { en: rule.check, zh: rule.check };
  try {
    const { rows, whole } = brokenRows(table, rule, context);
    const failing = whole === undefined || whole === null ? rows.length : 1;
    return { rule, title, state: failing === 0 ? 'passes' : 'fails', failing, detail: whole ?? null, error: null };
  } catch (thrown) {
    return { rule, title, state: 'unknown', failing: 0, detail: null, error: toErrorInfo(thrown).message };
  }
}
