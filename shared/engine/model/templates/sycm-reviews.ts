import { defineTemplate } from './define.ts';

// Nothing is counted from reviews yet: kept as a table.
export const sycmReviews = defineTemplate({
  id: 'sycm-reviews',
  platform: 'tmall',
  report: { en: 'Sycm reviews', zh: '生意参谋评价' },
  where: '生意参谋 › 服务 › 评价 › 下载',
  requires: ['评价时间', '昵称', '商品id', '评价分类', '评论'],
  also: ['skuid', '属性', '追评内容'],
  naturalKey: ['评价时间', '昵称', '商品id', 'skuid'],
  types: { 评价时间: 'instant', 商品id: 'id', skuid: 'id', 昵称: 'text', 属性: 'text', 评论: 'text', 追评内容: 'text' },
  timeZone: 'Asia/Shanghai',
  fills: [],
});
