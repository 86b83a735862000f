/** What the made-up shop sells: 鹿鸣家居 Luming Home. Prices in fen. */
export interface Product {
  readonly sku: string;
  readonly title: string;
  readonly english: string;
  readonly category: string;
  readonly price: number;
  readonly weight: number;
}

const ROWS: readonly (readonly [string, string, string, number, number])[] = [
  ['亚麻四件套 雾蓝', 'Linen bedding set, mist blue', '床品', 45_900, 6],
  ['亚麻四件套 米白', 'Linen bedding set, cream', '床品', 45_900, 5],
  ['长绒棉床笠', 'Long-staple cotton fitted sheet', '床品', 16_900, 7],
  ['真丝枕套 一对', 'Silk pillowcases, pair', '床品', 26_800, 5],
  ['乳胶枕', 'Latex pillow', '床品', 19_900, 6],
  ['羽绒被 冬季', 'Down duvet, winter', '床品', 89_900, 2],
  ['夏凉被', 'Light summer quilt', '床品', 21_900, 4],
  ['竹纤维毛巾 六条装', 'Bamboo towels, pack of six', '卫浴', 8_900, 9],
  ['浴巾 加厚', 'Bath towel, thick', '卫浴', 7_900, 8],
  ['浴室防滑垫', 'Non-slip bath mat', '卫浴', 5_900, 6],
  ['陶瓷茶具 青瓷', 'Celadon tea set', '餐厨', 34_900, 5],
  ['玻璃茶壶', 'Glass teapot', '餐厨', 12_800, 5],
  ['铸铁锅 28 厘米', 'Cast-iron pan, 28 cm', '餐厨', 29_900, 5],
  ['不粘煎锅', 'Non-stick frying pan', '餐厨', 15_900, 6],
  ['砧板 双面', 'Chopping board, two-sided', '餐厨', 9_900, 6],
  ['保温杯 500ml', 'Vacuum flask, 500 ml', '餐厨', 12_900, 8],
  ['餐具套装 24 件', 'Cutlery, 24 pieces', '餐厨', 19_900, 4],
  ['收纳箱 三件套', 'Storage boxes, set of three', '收纳', 9_900, 8],
  ['真空压缩袋', 'Vacuum storage bags', '收纳', 4_900, 8],
  ['衣架 20 支', 'Hangers, pack of 20', '收纳', 3_900, 7],
  ['桌面收纳盒', 'Desk organiser', '收纳', 5_900, 6],
  ['香薰蜡烛 白茶', 'Scented candle, white tea', '家饰', 8_800, 6],
  ['棉麻窗帘', 'Cotton-linen curtain', '家饰', 23_900, 4],
  ['羊毛地毯 小', 'Wool rug, small', '家饰', 39_900, 3],
  ['装饰画 三联', 'Wall pictures, set of three', '家饰', 18_900, 3],
  ['台灯 护眼', 'Desk lamp', '家饰', 25_900, 4],
  ['加湿器', 'Humidifier', '家电', 21_900, 4],
  ['电热毯', 'Heating blanket', '家电', 17_900, 3],
  ['挂烫机', 'Garment steamer', '家电', 27_900, 3],
  ['空气炸锅', 'Air fryer', '家电', 35_900, 4],
];

export const PRODUCTS: readonly Product[] = ROWS.map(([title, english, category, price, weight], i) => ({ sku: `LM-${String(i + 1).padStart(4, '0')}`, title, english, category, price, weight }));

export const PROVINCES: readonly (readonly [string, number])[] = [
  ['浙江省', 12],
  ['广东省', 14],
  ['江苏省', 11],
  ['上海', 9],
  ['北京', 8],
  ['四川省', 7],
  ['山东省', 7],
  ['湖北省', 5],
  ['福建省', 5],
  ['河南省', 5],
  ['湖南省', 4],
  ['安徽省', 4],
  ['陕西省', 3],
  ['辽宁省', 3],
  ['重庆', 3],
];
