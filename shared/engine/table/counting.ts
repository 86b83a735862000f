/** `from`, `from + 1`, `from + 2`… */
export function countingUp(length: number, from: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = from + i;
  return numbers;
}

/** Whether these are the numbers that {@link countingUp} gives. */
export function countsUp(numbers: Uint32Array, from: number): boolean {
  for (let i = 0; i < numbers.length; i++) if (numbers[i] !== from + i) return false;
  return true;
}
