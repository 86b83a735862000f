import type { CharacterModel } from './characters.ts';

/** A pair of bytes that is no character. */
export const IMPOSSIBLE = Math.log(1e-7);

/** Costs of pairs of bytes, worked out for the pairs that occur and kept. */
export class PairCosts {
  readonly #table = new Float32Array(65536).fill(Number.NaN);
  readonly #work: (pairs: readonly number[]) => readonly number[];

  constructor(work: (pairs: readonly number[]) => readonly number[]) {
    this.#work = work;
  }

  /** The costs of these pairs, each at its own place. */
  of(pairs: readonly number[]): Float32Array {
    const unknown = pairs.filter((pair) => Number.isNaN(this.#table[pair]));
    if (unknown.length > 0) for (const [i, cost] of this.#work(unknown).entries()) this.#table[unknown[i] as number] = cost;
    return this.#table;
  }
}

/** Decodes pairs with the platform and asks the model what the characters are worth. */
export function byModel(encoding: string, model: CharacterModel, everyday: (a: number, b: number) => boolean): PairCosts {
  return new PairCosts((pairs) => {
    const bytes = new Uint8Array(pairs.length * 3).fill(10);
    for (const [i, pair] of pairs.entries()) {
      bytes[i * 3] = pair >> 8;
      bytes[i * 3 + 1] = pair & 255;
    }
    const characters = new TextDecoder(encoding).decode(bytes).split('\n');
    return pairs.map((pair, i) => {
      const character = characters[i] as string;
      const single = character.length === 1 || (character.length === 2 && (character.codePointAt(0) as number) > 0xffff);
      return single && character !== '\uFFFD' ? model.cost(character, everyday(pair >> 8, pair & 255)) : IMPOSSIBLE;
    });
  });
}
