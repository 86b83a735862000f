import type { Order } from './orders.mjs';

/** Writes orders as the sheet that Pinduoduo exports. */
export function writePinduoduo(file: string, orders: Iterable<Order>): unknown;
