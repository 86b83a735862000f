/** An encoding with the natural logarithm of how likely the bytes are in it. */
export interface Candidate {
  readonly encoding: string;
  readonly score: number;
}
