// Loops over all rows of a column, in functions of their own: compiled once for all columns, and without what stands around them.

/** The value of each row, by its code. */
export function valuesOf(codes: Uint32Array, map: Float64Array): Float64Array {
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) values[row] = map[codes[row] as number] as number;
  return values;
}

/** The rows whose code is marked with 1. */
export function rowsWhere(codes: Uint32Array, marked: Uint8Array): Uint32Array {
  if (!marked.includes(1)) return new Uint32Array(0);
  let count = 0;
  for (let row = 0; row < codes.length; row++) count += marked[codes[row] as number] as number;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < codes.length; row++) if (marked[codes[row] as number] === 1) rows[at++] = row;
  return rows;
}
