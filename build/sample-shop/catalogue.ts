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

/** Where its parcels go: the province as Tmall writes it, its weight, ISO code, a city and a street. */
export interface Place {
  readonly province: string;
  /** The official name, by which the truth counts it. */
  readonly name: string;
  readonly weight: number;
  readonly code: string;
  readonly city: string;
  readonly street: string;
}

const PLACE_ROWS: readonly (readonly [string, string, number, string, string, string])[] = [
  ['浙江省', '浙江省', 12, 'ZJ', '杭州市', '西湖区文三路'],
  ['广东省', '广东省', 14, 'GD', '深圳市', '南山区科苑路'],
  ['江苏省', '江苏省', 11, 'JS', '南京市', '鼓楼区中山北路'],
  ['上海', '上海市', 9, 'SH', '上海市', '浦东新区张杨路'],
  ['北京', '北京市', 8, 'BJ', '北京市', '朝阳区望京街'],
  ['四川省', '四川省', 7, 'SC', '成都市', '武侯区人民南路'],
  ['山东省', '山东省', 7, 'SD', '济南市', '历下区经十路'],
  ['湖北省', '湖北省', 5, 'HB', '武汉市', '洪山区珞喻路'],
  ['福建省', '福建省', 5, 'FJ', '厦门市', '思明区湖滨南路'],
  ['河南省', '河南省', 5, 'HA', '郑州市', '金水区花园路'],
  ['湖南省', '湖南省', 4, 'HN', '长沙市', '岳麓区麓山路'],
  ['安徽省', '安徽省', 4, 'AH', '合肥市', '蜀山区长江西路'],
  ['陕西省', '陕西省', 3, 'SN', '西安市', '雁塔区长安路'],
  ['辽宁省', '辽宁省', 3, 'LN', '大连市', '中山区人民路'],
  ['重庆', '重庆市', 3, 'CQ', '重庆市', '渝中区解放碑'],
];

export const PLACES: readonly Place[] = PLACE_ROWS.map(([province, name, weight, code, city, street]) => ({ province, name, weight, code, city, street }));
