import { condition } from './condition.ts';
import type { CheckDefinition } from './define.ts';
import { filled } from './filled.ts';
import { fresh } from './fresh.ts';
import { oneOf } from './one-of.ts';
import { pattern } from './pattern.ts';
import { range } from './range.ts';
import { reference } from './reference.ts';
import { shape } from './shape.ts';
import { unique } from './unique.ts';

/** Every kind of rule, in the order in which menus show them. */
export const CHECKS: readonly CheckDefinition[] = Object.freeze([unique, filled, range, oneOf, pattern, shape, reference, condition, fresh]);
