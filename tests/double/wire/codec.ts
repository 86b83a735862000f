// Structured clone as a string, the only thing that the door between page and main process carries. A cycle throws, where Electron would carry it.

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Tagged = { $: string; v?: Json; name?: string; stack?: string };

const refuse = () => new TypeError('An object could not be cloned.');

// The page has no Buffer; a browser of today has these two.
interface Base64Bytes extends Uint8Array {
  toBase64(): string;
}
const Bytes = Uint8Array as unknown as { fromBase64(text: string): Uint8Array };

function toBase64(bytes: Uint8Array): string {
  if (typeof Buffer === 'undefined') return (bytes as Base64Bytes).toBase64();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function fromBase64(text: string): ArrayBuffer {
  if (typeof Buffer === 'undefined') return Bytes.fromBase64(text).buffer as ArrayBuffer;
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function encodeNumber(value: number): Json {
  if (Object.is(value, -0)) return { $: 'number', v: '-0' };
  return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
}

function encodeObject(value: object, seen: Set<object>): Json {
  if (value instanceof Date) return { $: 'date', v: value.getTime() };
  if (value instanceof Map) return { $: 'map', v: [...value].map(([key, item]) => [encodeValue(key, seen), encodeValue(item, seen)]) };
  if (value instanceof Set) return { $: 'set', v: [...value].map((item) => encodeValue(item, seen)) };
  if (value instanceof ArrayBuffer) return { $: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    const name = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name;
    return { $: 'view', name, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  if (value instanceof Error) return { $: 'error', name: value.name, v: value.message, stack: value.stack ?? '' };
  if (value instanceof Promise || value instanceof WeakMap) throw refuse();
  if (Array.isArray(value)) return Array.from(value, (item) => encodeValue(item, seen));
  const plain = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodeValue(item, seen)]));
  return '$' in plain ? { $: 'object', v: plain } : plain;
}

function encodeValue(value: unknown, seen: Set<object>): Json {
  switch (typeof value) {
    case 'undefined':
      return { $: 'undefined' };
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return encodeNumber(value);
    case 'bigint':
      return { $: 'bigint', v: String(value) };
    case 'object': {
      if (value === null) return null;
      if (seen.has(value)) throw refuse();
      seen.add(value);
      try {
        return encodeObject(value, seen);
      } finally {
        seen.delete(value);
      }
    }
    default:
      throw refuse();
  }
}

function decodeTagged(tagged: Tagged, text: (value: string) => string): unknown {
  const items = () => tagged.v as Json[];
  switch (tagged.$) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(tagged.v);
    case 'bigint':
      return BigInt(tagged.v as string);
    case 'date':
      return new Date(tagged.v as number);
    case 'map':
      return new Map(items().map((pair) => decodeValue(pair, text) as [unknown, unknown]));
    case 'set':
      return new Set(items().map((item) => decodeValue(item, text)));
    case 'ArrayBuffer':
      return fromBase64(tagged.v as string);
    case 'view': {
      const View = Reflect.get(globalThis, tagged.name as string) as new (buffer: ArrayBuffer) => ArrayBufferView;
      return new View(fromBase64(tagged.v as string));
    }
    case 'error':
      return Object.assign(new Error(tagged.v as string), { name: tagged.name, stack: tagged.stack });
    default:
      return decodePlain(tagged.v as { [key: string]: Json }, text);
  }
}

const decodePlain = (value: { [key: string]: Json }, text: (value: string) => string) => Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decodeValue(item, text)]));

function decodeValue(value: Json, text: (value: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => decodeValue(item, text));
  return '$' in value ? decodeTagged(value as unknown as Tagged, text) : decodePlain(value, text);
}

/** @throws TypeError for what structured clone refuses: functions, symbols, promises */
export const encode = (value: unknown): string => JSON.stringify(encodeValue(value, new Set()));

/** @param text replaces each text found on the way, e.g. a placeholder of a file by its path */
export const decode = (encoded: string, text: (value: string) => string = (value) => value): unknown => decodeValue(JSON.parse(encoded) as Json, text);
