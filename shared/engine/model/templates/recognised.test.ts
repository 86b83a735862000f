import { expect, test } from 'vitest';
import { isKnownHeader, matchTemplate } from '../dictionary.ts';
import { TEMPLATES } from './registry.ts';
import { resolveKey, resolveTypes } from './resolve.ts';

// Headers as exports have them, and what they are recognised as whatever their file is called.
test.each<[string, string]>([
  ['统计日期,支付件数,支付买家数,支付金额,客单价', 'sycm-item-discounts'],
  ['支付父定单,支付买家数,支付金额,客单价,人均支付件数,支付件数,统计日期', 'sycm-shop-discounts'],
  ['领取张数,使用张数,支付金额,支付买家数,支付件数,客单价,统计日期', 'sycm-coupons'],
  ['日期,支付件数,支付买家数,支付金额,支付子订单数,支付父订单数,客单价,连带率', 'sycm-bundles'],
  ['统计日期,商品名称,充值总金额,商品访客数,充值买家数,充值本金金额,充值转化率,人均充值金额', 'sycm-shopping-credit'],
  ['统计日期,商品名称,商品id,新客拉新费率,商品新访客数,新客支付人数,新客支付人数占比,新客支付金额,新客支付金额占比', 'sycm-new-customers'],
  ['流量来源,预热访客数,预热加购人数,预热收藏人数,访客数,支付买家数,支付金额,支付转化率,加购转化率,收藏转化率,活动id,统计日期', 'sycm-activity-sources'],
  ['统计日期,访客数,浏览量,支付金额,支付买家数,支付件数,客单价', 'sycm-traffic'],
  ['统计日期,商品id,商品名称,商品访客数,商品浏览量,支付买家数,支付件数,支付金额,商品支付转换率', 'sycm-goods'],
  ['統計日期,商品ID,商品名稱,商品訪客數,商品瀏覽量,支付金額', 'sycm-goods'],
  ['日期,效果模型,统计口径,转化周期,创意id,商品id,计划id,计划名称,消耗,曝光量,点击量,总成交金额', 'ad-wanxiangtai-creatives'],
  ['日期,计划ID,计划名称,场景名字,花费,展现量,点击量,总成交金额', 'ad-wanxiangtai'],
  ['日期,计划组,计划,主体类型,主体名称,商品id,创意名称,创意id,消耗,展现量,点击量,成交订单量,成交订单金额', 'ad-yinli-mofang'],
  ['日期,计划id,计划名称,推广类型,展现量,点击量,花费,总成交金额', 'ad-zhitongche-plans'],
  ['日期,计划id,计划名称,推广类型,单元id,单元名称,商品id,展现量,点击量,花费', 'ad-zhitongche'],
  ['日期,广告系列,货币代码,展示次数,点击次数,费用,转化次数', 'ad-google-zh'],
  ['天,广告系列,货币代码,展示次数,点击次数,费用', 'ad-google-zh'],
  ['广告系列状态,广告系列,货币代码,展示次数,点击次数,费用,转化次数', 'ad-google-zh-period'],
  ['Day,Campaign,Currency code,Cost,Impr.,Clicks', 'ad-google'],
  ['Campaign status,Campaign,Budget,Currency code,Campaign type,Impr.,Clicks,CTR,Avg. CPC,Cost,Conversions', 'ad-google-period'],
  ['Nth day,New users,Total users', 'ga4-new-users'],
  ['Nth day,Active users', 'ga4-users'],
  ['Campaign name,Day,Impressions,Link clicks,Amount spent (EUR),Purchases', 'ad-meta'],
  ['Campaign name,Day,Impressions,Link clicks,Amount spent (HKD)', 'ad-meta'],
  ['Reporting starts,Reporting ends,Campaign name,Campaign delivery,Attribution setting,Results,Reach,Frequency,Amount spent (EUR),Impressions', 'ad-meta-period'],
  ['Reporting starts,Reporting ends,Campaign name,Ad set name,Impressions,Amount spent (USD),Results', 'ad-meta-period-ad-sets'],
  ['Reporting starts,Reporting ends,Campaign name,Ad set name,Ad name,Impressions,Reach,Link clicks,Amount spent (USD),Results', 'ad-meta-period-ads'],
  ['Reporting starts,Reporting ends,Campaign name,Day,Impressions,Link clicks,Amount spent (USD)', 'ad-meta'],
  [
    'Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Advertised SKU,Advertised ASIN,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,7 Day Total Sales ',
    'amazon-ads-sponsored',
  ],
  ['Date range,Campaign name,Impressions,Clicks,Total cost,Purchases,Sales,Purchases (promoted),Purchases (halo),Purchases (new to brand)', 'amazon-ads'],
  ['日期,商品ID,商品名称,推广名称,出价方式,成交营销花费(元),交易额(元),总营销花费(元),推广成交花费(元),结算券花费(元),推广总花费(元),净交易额(元)', 'ad-pdd-promotions'],
  ['日期,商品ID,总花费(元),曝光量,点击量,成交笔数,交易额(元)', 'ad-pdd'],
  ['Session primary channel group (Default channel group),Sessions,Engaged sessions', 'ga4-channels'],
  ['Landing page,Sessions,Active users,Engaged sessions,Engagement rate,Key events', 'ga4-landing-pages'],
  ['Session source / medium,Device category,Active users,Sessions,Event count', 'ga4-exploration'],
  ['Event name,Event count,Total users', 'ga4-events'],
  ['子订单编号,主订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码,支付单号,买家应付货款,买家实际支付金额,退款状态,退款金额', 'taobao-items-main'],
  ['订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码', 'taobao-items'],
  ['订单号,商品总价(元),店铺优惠折扣(元),平台优惠折扣(元),用户实付金额(元),商家实收金额(元),商品数量(件),发货时间,商品id', 'pdd-orders-plain'],
  ['主订单编号,选购商品,货号,商品ID,商品数量,商品金额,订单提交时间,支付完成时间,订单状态,取消原因,售后状态', 'douyin-orders-plain'],
  ['交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,', 'alipay-bill-app'],
  ['交易号,商家订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,资金状态', 'alipay-bill-web'],
  ['交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注', 'wechat-bill'],
  ['入账时间,支付流水号,淘宝订单编号,入账类型,收入金额（元）,支出金额,业务描述,备注', 'taobao-wechat-statement'],
  ['商家昵称,入帐日期,入帐时间,支付流水号,主订单id,子订单id,入帐类型,收入金额(元),支出金额(元),业务描述,备注,收/付渠道', 'taobao-wechat-statement'],
  ['入帐时间,支付宝流水号,业务类型,收入（+元）,支出（-元）', 'alipay-statement'],
  ['账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注', 'alipay-statement-entries'],
  ['下单日期,付款日期,店铺,订单号,本金,佣金,平台费,本金核对', 'brushing-orders'],
  ['内部订单号,线上订单号,店铺名称,下单时间,应付金额,已付金额,状态,订单类型,平台站点,原始线上订单号,商品编码,数量,成本价', 'jushuitan-orders'],
  [
    'Sales Record Number,User Id,Buyer Fullname,Item Number,Item Title,Custom Label,Quantity,Sale Price,Shipping and Handling,US Tax,Total Price,Sale Date,Checkout Date,Paid on Date,Transaction ID,Order ID',
    'ebay-orders-old',
  ],
])('%s: %s', (headers, id) => {
  expect(matchTemplate(headers.split(','))?.id).toBe(id);
});

// A column that a platform renames must not make another report of its export: that one's amounts mean something else.
test.each<[string, string]>([
  ['taobao-orders', '买家会员名'],
  ['taobao-orders', '买家应付货款'],
  ['taobao-orders', '订单状态'],
  ['ad-pdd-promotions', '推广名称'],
  ['ad-pdd-promotions', '推广总花费(元)'],
  ['jushuitan-returns', '售后单号'],
  ['jushuitan-returns', '当期退货金额'],
  ['sycm-coupons', '领取张数'],
  ['sycm-shop-discounts', '人均支付件数'],
  ['ad-zhitongche', '单元名称'],
  ['ad-zhitongche-plans', '计划id'],
])('%s with another name for %s is not taken for another report', (id, column) => {
  const { requires = [], also = [] } = TEMPLATES.find((template) => template.id === id) ?? {};
  expect(matchTemplate([...requires, ...also].map((name) => (name === column ? '新名称' : name)))).toBe(null);
});

test('a table of one’s own is none of them', () => {
  expect(matchTemplate(['日期', '支付金额', '备注'])).toBe(null);
  expect(matchTemplate(['统计日期', '支付金额', '支付买家数', '支付件数', '客单价', '连带率'])).toBe(null);
});

test('rows of Meta that a breakdown splits are no rows of a period', () => {
  expect(matchTemplate('Reporting starts,Reporting ends,Campaign name,Age,Impressions,Amount spent (USD)'.split(','))).toBe(null);
});

test('types and key are told under the names that a file has', () => {
  expect(resolveTypes({ 'Amount spent (USD)': 'money', Day: 'date', Gone: 'int' }, ['Day', 'Amount spent (EUR)'])).toEqual({ 'Amount spent (EUR)': 'money', Day: 'date' });
  expect(resolveKey(['统计日期', '商品ID', 'skuid'], ['統計日期', '商品id'])).toEqual(['統計日期', '商品id', 'skuid']);
});

test('names in traditional characters are known', () => {
  expect(['訂單編號', '買家實際支付金額', '商品名稱', '運費', '店鋪名稱'].map(isKnownHeader)).toEqual([true, true, true, true, true]);
});

test('each export says where it is fetched; a list that people keep themselves does not', () => {
  expect(TEMPLATES.flatMap(({ id, where }) => (where === undefined ? [id] : []))).toEqual(['brushing-orders']);
});
