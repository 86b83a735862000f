import { defineTemplate } from './define.ts';

// The time may be a range of days and stays a text.
export const jdShangzhiSkus = defineTemplate({
  id: 'jd-shangzhi-skus',
  platform: 'jd',
  report: { en: 'JD Shangzhi SKUs', zh: '商智 SKU 明细' },
  where: '商智 › 商品 › 商品明细 › 下载',
  requires: ['时间', 'SKU', 'SKU名称', '商品浏览量', '商品访客数', '成交金额'],
  also: ['SPU', '一级类目', '二级类目', '三级类目', '商品曝光次数', '搜索曝光次数', '加购客户数', '下单客户数', '成交客户数', '成交单量', '成交商品件数', '取消及售后退款金额'],
  naturalKey: ['时间', 'SKU'],
  types: {
    时间: 'text',
    SKU: 'id',
    SPU: 'id',
    商品曝光次数: 'int',
    搜索曝光次数: 'int',
    商品浏览量: 'int',
    商品访客数: 'int',
    加购客户数: 'int',
    下单客户数: 'int',
    成交客户数: 'int',
    成交单量: 'int',
    成交商品件数: 'int',
    成交金额: 'money',
    取消及售后退款金额: 'money',
  },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
