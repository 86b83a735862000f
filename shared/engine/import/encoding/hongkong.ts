import type { PairCosts } from './pairs.ts';

/** 嘅咗啲喺嚟嘢哋嗰㗎啱瞓攞揾啫嘥嘞噃餸喼粧裏着衞啓羣峯綫邨埗枱 as Hong Kong adds them to Big5: what is spoken there cannot be written without them. */
const EVERYDAY: ReadonlySet<number> = new Set([
  0x9def, 0x9df7, 0x9df8, 0x9df6, 0x91c1, 0x9dcf, 0x925d, 0x9df5, 0x9dee, 0x95da, 0x8fd4, 0xfcab, 0x9e4d, 0x94dc, 0x9de5, 0x9dd0, 0x9deb, 0x9652, 0x9bda, 0xf9db, 0xf9d8, 0xfed3, 0x8fc0, 0xfba3,
  0x8ec4, 0xfbdf, 0x8ea8, 0x9068, 0x96f5, 0xfd5e,
]);
/** What one of them costs: together they make about every fifteenth character of a spoken sentence. */
const COST = Math.log(0.06 / EVERYDAY.size);

/** Costs of pairs of bytes in Big5 with the everyday characters of Hong Kong, which the platform does not know. */
export function hongKongCosts(pairs: readonly number[], big5: PairCosts): number[] {
  const costs = big5.of(pairs);
  return pairs.map((pair) => (EVERYDAY.has(pair) ? COST : (costs[pair] as number)));
}
