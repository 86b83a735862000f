export interface Order {
  readonly id: string;
  readonly time: Date;
}

/** Orders of one year, always the same ones. */
export function orders(rows: number, more?: number): Iterable<Order>;
