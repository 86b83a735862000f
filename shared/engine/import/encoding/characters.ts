import { JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL } from './profiles/frequent.ts';

/** How likely a character is in everyday text of a language. */
export interface CharacterModel {
  /**
   * Natural logarithm of the chance.
   * @param everyday whether the character stands in the part of its character set that was made for everyday use
   */
  cost(character: string, everyday: boolean): number;
}

const PUNCTUATION = '，。、　：；！？（）“”「」·…《》—－～【】‘’・〜『』〔〕％＋／';
const HIRAGANA = 'のいるしたてにとをはがなでかれさっこんりすまあもらくうよきけだそせどおつわちめえみばろひごほやねげずゆべじびへむぬぎふょゃゅ';
const KATAKANA = 'ーンスルトリイアッラクレドシジフタロマテコプメサムカグニキデウオパバィナチセハソケダモブミュズワボツョネエャヤゲビホポガザァゴペェノピヨヒヘベゼユギォ';

/** Shares of everyday text that fall to each kind of character, out of 1. */
interface Shares {
  readonly frequent: string;
  readonly ofFrequent: number;
  /** Everyday characters that are not on the list: their share and how many there are. */
  readonly everyday: readonly [number, number];
  readonly rare: readonly [number, number];
  readonly punctuation: number;
  readonly fullWidth: number;
  readonly hiragana: number;
  readonly katakana: number;
  readonly script: (code: number) => boolean;
}

const OTHER_SCRIPT = Math.log(1e-6);
const SYMBOL = Math.log(1e-5);
const PRIVATE = Math.log(1e-8);

/** Chances by rank: the n-th of a list is about as frequent as 1/(n + 20). */
function byRank(characters: string, share: number): Map<string, number> {
  const list = [...new Set(characters)];
  const weights = list.map((_, rank) => 1 / (rank + 20));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(list.map((character, rank) => [character, Math.log(((weights[rank] as number) / all) * share)]));
}

const isHan = (code: number): boolean => (code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) || code >= 0x20000;

function modelOf(shares: Shares): CharacterModel {
  const known = new Map([...byRank(HIRAGANA, shares.hiragana), ...byRank(KATAKANA, shares.katakana), ...byRank(PUNCTUATION, shares.punctuation), ...byRank(shares.frequent, shares.ofFrequent)]);
  const everydayCost = Math.log(shares.everyday[0] / shares.everyday[1]);
  const rareCost = Math.log(shares.rare[0] / shares.rare[1]);
  const fullWidthCost = Math.log(shares.fullWidth / 94);
  return {
    cost(character, everyday) {
      const cost = known.get(character);
      if (cost !== undefined) return cost;
      const code = character.codePointAt(0) as number;
      if (code >= 0xff01 && code <= 0xff5e) return fullWidthCost;
      if (code >= 0xe000 && code < 0xf900) return PRIVATE;
      if (shares.script(code)) return everyday ? everydayCost : rareCost;
      if (isHan(code)) return rareCost;
      return code < 0x2000 || (code >= 0x3040 && code < 0x3400) ? OTHER_SCRIPT : SYMBOL;
    },
  };
}

export const CHINESE_SIMPLIFIED = modelOf({
  frequent: SIMPLIFIED,
  ofFrequent: 0.72,
  everyday: [0.15, 3000],
  rare: [0.004, 20000],
  punctuation: 0.1,
  fullWidth: 0.01,
  hiragana: 0.0005,
  katakana: 0.0005,
  script: isHan,
});
export const CHINESE_TRADITIONAL = modelOf({
  frequent: TRADITIONAL,
  ofFrequent: 0.7,
  everyday: [0.17, 4600],
  rare: [0.004, 7600],
  punctuation: 0.1,
  fullWidth: 0.01,
  hiragana: 0.0005,
  katakana: 0.0005,
  script: isHan,
});
export const JAPANESE_TEXT = modelOf({
  frequent: JAPANESE,
  ofFrequent: 0.28,
  everyday: [0.06, 2500],
  rare: [0.004, 3600],
  punctuation: 0.08,
  fullWidth: 0.02,
  hiragana: 0.38,
  katakana: 0.17,
  script: isHan,
});
export const KOREAN_TEXT = {
  ...modelOf({
    frequent: KOREAN,
    ofFrequent: 0.85,
    everyday: [0.1, 1900],
    rare: [0.004, 5000],
    punctuation: 0.02,
    fullWidth: 0.002,
    hiragana: 0.0002,
    katakana: 0.0002,
    script: (code) => code >= 0xac00 && code < 0xd7a4,
  }),
  /** A syllable outside the 2,350 of KS X 1001. */
  rareSyllable: Math.log(0.001 / 8822),
};
