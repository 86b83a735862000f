import type { StepInfo } from '#contract/definitions';
import type { Text } from '#contract/values';
import { columnRef } from './conditions.ts';
import { initialParams, type ParamValues } from './paramValues.ts';

/** A step that begins at a column: its parameters are filled in as far as the column says. */
export interface ColumnAction {
  readonly id: string;
  readonly title: Text;
  readonly icon: string;
  readonly params: ParamValues;
  readonly step: StepInfo;
}

/** The steps that begin at a column, in the order of the menu. */
export function columnActions(catalogue: readonly StepInfo[], name: string, type: string): ColumnAction[] {
  return catalogue.flatMap((step) => {
    const start = startOf(step, name, type);
    return start === null ? [] : [{ id: step.id, title: step.title, icon: step.icon, params: { ...initialParams(step.params), ...start }, step }];
  });
}

/** What a step takes from the column; `null` when it does not begin at one. */
function startOf(step: StepInfo, name: string, type: string): ParamValues | null {
  if (step.id === 'rename-columns') return { names: [[name, name]] };
  if (step.id === 'filter-rows') return { condition: `${columnRef(name)} = ` };
  if (step.id === 'derive') return { expression: columnRef(name) };
  const [first] = step.params;
  if (first === undefined || (first.types !== undefined && !(first.types as readonly string[]).includes(type))) return null;
  if (first.kind === 'column') return { [first.name]: name };
  return first.kind === 'columns' ? { [first.name]: [name] } : null;
}
