export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Dirt that was put in, so that a test can ask for every piece of it. */
export interface Dirt {
  setAside: number;
  refused: number;
  repeatedRows: number;
}
