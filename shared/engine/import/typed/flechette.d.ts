// Parts of Flechette that its index does not hand out, and that index by the same way, so that both share what is set for unpacking.

declare module '@uwdata/flechette/src/index.js' {
  export * from '@uwdata/flechette';
}

declare module '@uwdata/flechette/src/decode/decode-ipc.js' {
  /** What an Arrow file says of its columns, and its bytes. */
  export function decodeIPC(bytes: Uint8Array): { readonly schema: { readonly fields: readonly { readonly type: unknown }[] } };
}

declare module '@uwdata/flechette/src/decode/table-from-ipc.js' {
  import type { ExtractionOptions, Table } from '@uwdata/flechette';
  export function createTable(data: unknown, options: ExtractionOptions): Table;
}
