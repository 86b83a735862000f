import type { Message } from './protocol.ts';

const ARRAYS = { Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const;
type ArrayName = keyof typeof ARRAYS;

const aligned = (bytes: number) => (bytes + 7) & ~7;

/**
 * Packs a message into one binary frame: `u32 head length | JSON head | 8-aligned raw arrays`.
 * Typed arrays travel as their bytes; NaN and infinities are kept, and what is said to be undefined: other wires keep it, and an option that
 * is undefined takes a choice back. Nothing is base64.
 */
export function packMessage(message: Message): Uint8Array<ArrayBuffer> {
  const segments: Uint8Array[] = [];
  const table: [string, number][] = [];
  const body = JSON.stringify(message, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) return { $float: String(value) };
    if (value === undefined) return { $undefined: true };
    if (ArrayBuffer.isView(value)) {
      segments.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      table.push([value.constructor.name, value.byteLength]);
      return { $array: segments.length - 1 };
    }
    return value;
  });
  const head = new TextEncoder().encode(JSON.stringify([body, table]));
  const start = aligned(4 + head.byteLength);
  const frame = new Uint8Array(segments.reduce((size, segment) => size + aligned(segment.byteLength), start));
  new DataView(frame.buffer).setUint32(0, head.byteLength, true);
  frame.set(head, 4);
  let at = start;
  for (const segment of segments) {
    frame.set(segment, at);
    at += aligned(segment.byteLength);
  }
  return frame;
}

/**
 * Reads a frame of {@link packMessage}.
 *
 * @throws RangeError when the frame is cut short or names an unknown array kind
 */
export function unpackMessage(frame: Uint8Array): Message {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.byteLength < 4) throw new RangeError('invalid frame: no head');
  const headLength = view.getUint32(0, true);
  if (headLength > frame.byteLength - 4) throw new RangeError('invalid frame: head is cut short');
  const [body, table] = JSON.parse(new TextDecoder().decode(frame.subarray(4, 4 + headLength))) as [string, [string, number][]];
  let at = aligned(4 + headLength);
  const arrays = table.map(([name, length]) => {
    if (!Object.hasOwn(ARRAYS, name) || at + length > frame.byteLength) throw new RangeError('invalid frame: array is cut short or unknown');
    const bytes = frame.slice(at, at + length);
    at += aligned(length);
    return new ARRAYS[name as ArrayName](bytes.buffer);
  });
  return revive(JSON.parse(body), arrays) as Message;
}

function revive(value: unknown, arrays: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], arrays);
    return value;
  }
  const record = value as Record<string, unknown>;
  if (Object.hasOwn(record, '$array')) return arrays[record.$array as number];
  if (Object.hasOwn(record, '$float')) return Number(record.$float);
  if (record.$undefined === true) return undefined;
  // Names come from files: a key such as `__proto__` must stay a plain key.
  for (const key of Object.keys(record)) Object.defineProperty(record, key, { value: revive(record[key], arrays), writable: true, enumerable: true, configurable: true });
  return record;
}
