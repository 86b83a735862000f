declare module 'seek-bzip' {
  interface Input {
    /** The next byte; throws at the end. */
    readByte(): number;
    read(target: Uint8Array, offset: number, length: number): number;
  }
  interface Output {
    writeByte(byte: number): void;
  }
  /** The decoder, as far as reading block by block needs it; throws on damage. */
  class Bunzip {
    constructor(input: Input, output: Output);
    readonly reader: { read(bits: number): number };
    readonly streamCRC: number;
    /** Decodes the next block; false at the end of the stream. */
    _init_block(): boolean;
    /** Writes the block out. */
    _read_bunzip(): number;
    /** Begins another stream. */
    _start_bunzip(input: Input, output: Output): void;
  }
  export = Bunzip;
}
