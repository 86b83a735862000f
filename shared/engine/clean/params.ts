import { SuanpanError } from '#contract/errors';
import { AGGREGATES, type ParamSpec } from '#contract/definitions';
import { COLUMN_TYPES } from '#contract/values';
import type { Params } from './define.ts';

type Problem = { readonly en: string; readonly zh: string };

/**
 * Checks parameters against their specs and fills in defaults.
 *
 * @throws SuanpanError `invalid-params` naming the first parameter that is missing, unknown or of a wrong kind
 */
export function checkParams(step: string, specs: readonly ParamSpec[], params: Params): Params {
  for (const name of Object.keys(params)) {
    if (!specs.some((spec) => spec.name === name)) throw invalid(step, { en: `unknown parameter: ${name}`, zh: `未知参数：${name}` });
  }
  const checked: Record<string, unknown> = {};
  for (const spec of specs) {
    const value = params[spec.name] ?? spec.default;
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
      if (spec.optional || spec.kind === 'text') continue;
      throw invalid(step, { en: `missing parameter: ${spec.label.en}`, zh: `缺少参数：${spec.label.zh}` });
    }
    const problem = problemOf(spec, value);
    if (problem !== null) throw invalid(step, problem);
    checked[spec.name] = value;
  }
  return checked;
}

function invalid(step: string, problem: Problem): SuanpanError {
  return new SuanpanError({ code: 'invalid-params', message: { en: `${step}: ${problem.en}`, zh: `${step}：${problem.zh}` } });
}

function problemOf(spec: ParamSpec, value: unknown): Problem | null {
  const wrong: Problem = { en: `invalid ${spec.label.en}`, zh: `“${spec.label.zh}”无效` };
  const texts = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  switch (spec.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : wrong;
    case 'boolean':
      return typeof value === 'boolean' ? null : wrong;
    case 'choice':
      return spec.options?.some((option) => option.value === value) ? null : wrong;
    case 'choices':
      return texts(value) && (value as string[]).every((one) => spec.options?.some((option) => option.value === one)) ? null : wrong;
    case 'type':
      return (COLUMN_TYPES as readonly unknown[]).includes(value) ? null : wrong;
    case 'columns':
    case 'values':
    case 'datasets':
      return texts(value) ? null : wrong;
    case 'pairs':
      return Array.isArray(value) && value.every((pair) => texts(pair) && (pair as unknown[]).length === 2) ? null : wrong;
    case 'aggregates':
      return Array.isArray(value) && value.every((one) => texts(one) && (one as unknown[]).length === 3 && (AGGREGATES as readonly unknown[]).includes((one as unknown[])[0])) ? null : wrong;
    default:
      return typeof value === 'string' ? null : wrong;
  }
}
