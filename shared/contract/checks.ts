import type { ParamSpec } from './definitions.ts';
import type { Text } from './values.ts';

/** A kind of rule that a table can be held to, as the catalogue shows it. */
export interface CheckInfo {
  readonly id: string;
  readonly title: Text;
  readonly help: Text;
  readonly params: readonly ParamSpec[];
}

export type Severity = 'error' | 'warning';

/** One rule on one table, as it is stored and as plans hold it. */
export interface CheckRule {
  readonly check: string;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface CheckResult {
  readonly rule: CheckRule;
  /** The rule in words. */
  readonly title: Text;
  /** `unknown`: it could not be looked at, and `error` says why. */
  readonly state: 'passes' | 'fails' | 'unknown';
  /** Rows that break it; a rule on the whole table counts one. */
  readonly failing: number;
  /** What is wrong, in words, where rows do not say it. */
  readonly detail: Text | null;
  readonly error: Text | null;
}

export interface CheckSuggestion {
  readonly rule: CheckRule;
  readonly title: Text;
  readonly reason: Text;
}
