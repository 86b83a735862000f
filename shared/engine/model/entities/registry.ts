import type { EntityDefinition } from '../define.ts';
import { customers } from './customers.ts';
import { orderLines } from './order-lines.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';
import { returns } from './returns.ts';

/** The canonical entities this version builds, in the order they are built. */
export const ENTITIES: readonly EntityDefinition[] = Object.freeze([orders, orderLines, customers, products, returns]);
