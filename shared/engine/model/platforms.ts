/** Platforms whose order numbers are unique over the whole platform; elsewhere they repeat between shops (domain-model.md 1). */
export const PLATFORM_WIDE: ReadonlySet<string> = new Set(['taobao', 'tmall', 'jd', 'pdd', 'douyin', 'amazon', 'ebay']);

/** Every platform an order can come from, the most likely first. */
export const PLATFORMS: readonly string[] = [
  'tmall',
  'taobao',
  'jd',
  'pdd',
  'douyin',
  'youzan',
  'wechat_shop',
  'kuaishou',
  'xiaohongshu',
  'tiktok_shop',
  'shopify',
  'woocommerce',
  'amazon',
  'ebay',
  'own_site',
  'offline_pos',
  'other',
];

/** Words for platforms as ERP sheets have them in 平台站点. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/天猫|淘宝|tmall|taobao|淘系/i, 'tmall'],
  [/京东|jd|jingdong/i, 'jd'],
  [/拼多多|pdd|pinduoduo/i, 'pdd'],
  [/抖音|抖店|放心购|douyin/i, 'douyin'],
  [/有赞|youzan/i, 'youzan'],
  [/微信|视频号|wechat/i, 'wechat_shop'],
  [/快手|kuaishou/i, 'kuaishou'],
  [/小红书|xiaohongshu/i, 'xiaohongshu'],
  [/tiktok/i, 'tiktok_shop'],
  [/shopify/i, 'shopify'],
  [/amazon|亚马逊/i, 'amazon'],
  [/ebay/i, 'ebay'],
  [/线下|门店|offline|pos/i, 'offline_pos'],
];

/** The platform that a word names; `other` when none is known. */
export function platformOf(word: string | null): string {
  return WORDS.find(([pattern]) => word !== null && pattern.test(word))?.[1] ?? 'other';
}

const CHINESE: ReadonlySet<string> = new Set(['tmall', 'taobao', 'jd', 'pdd', 'douyin', 'youzan', 'wechat_shop', 'kuaishou', 'xiaohongshu']);

/** The currency of a platform whose sheets carry none, or `null`: yuan on Chinese platforms, nothing guessed elsewhere. */
export function currencyOfPlatform(platform: string): string | null {
  return CHINESE.has(platform) ? 'CNY' : null;
}
