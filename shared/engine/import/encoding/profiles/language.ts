/** What is known of a language's letters. */
export interface Language {
  readonly id: string;
  /** Its lower-case letters, also those the text happens not to use. */
  readonly letters: string;
  readonly text: string;
}
