import type { Text } from '#contract/values';

const TITLES: Readonly<Record<string, Text>> = {
  tmall: { en: 'Tmall', zh: '天猫' },
  taobao: { en: 'Taobao', zh: '淘宝' },
  jd: { en: 'JD', zh: '京东' },
  pdd: { en: 'Pinduoduo', zh: '拼多多' },
  douyin: { en: 'Douyin', zh: '抖音' },
  shopify: { en: 'Own site', zh: '独立站' },
  woocommerce: { en: 'WooCommerce', zh: 'WooCommerce' },
  amazon: { en: 'Amazon', zh: '亚马逊' },
  ebay: { en: 'eBay', zh: 'eBay' },
  youzan: { en: 'Youzan', zh: '有赞' },
  wechat_shop: { en: 'WeChat shop', zh: '微信小店' },
  tiktok_shop: { en: 'TikTok Shop', zh: 'TikTok Shop' },
  kuaishou: { en: 'Kuaishou', zh: '快手' },
  xiaohongshu: { en: 'Xiaohongshu', zh: '小红书' },
  own_site: { en: 'Own site', zh: '自有网站' },
  offline_pos: { en: 'Offline', zh: '线下门店' },
  other: { en: 'Other', zh: '其他' },
};

/** A platform's name as it is shown; an unknown one is called by its id. */
export const platformTitle = (platform: string): Text => (Object.hasOwn(TITLES, platform) ? (TITLES[platform] as Text) : { en: platform, zh: platform });
