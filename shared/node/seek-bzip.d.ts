declare module 'seek-bzip' {
  const bunzip: {
    /** Decodes all of `input` into `output`; throws on damage. */
    decode(input: Uint8Array, output: { writeByte(byte: number): void }, multistream: boolean): unknown;
  };
  export = bunzip;
}
