import { describe, expect, it } from 'vitest';
import { cityOf, placeOf, provinceByName } from './provinces.ts';

describe('placeOf', () => {
  it.each([
    ['浙江省', null, '浙江省'],
    ['浙江', null, '浙江省'],
    ['Zhejiang', null, '浙江省'],
    ['Zhejiang Province', 'CN', '浙江省'],
    ['zhejiang sheng', 'China', '浙江省'],
    ['ZJ', 'CN', '浙江省'],
    ['CN-ZJ', '中国', '浙江省'],
    ['浙江省 杭州市 西湖区 文三路 1 号', null, '浙江省'],
    ['浙江杭州市西湖区文三路 1 号', null, '浙江省'],
    ['上海', null, '上海市'],
    ['上海市浦东新区', null, '上海市'],
    ['内蒙古', null, '内蒙古自治区'],
    ['Inner Mongolia', 'CN', '内蒙古自治区'],
    ['廣東省', null, '广东省'],
    ['YZ', 'CN', '西藏自治区'],
    ['Hong Kong', null, '香港特别行政区'],
    // A state of the United States is no province of China, though its letters are the same.
    ['SC', 'US', 'SC'],
    ['HI', 'United States', 'HI'],
    ['ZJ', null, 'ZJ'],
    ['New York', null, 'New York'],
    ['Texas', 'US', 'Texas'],
    // The name, phone and address that Taobao puts in one cell.
    ['张三，86-13812345678，浙江省 杭州市 西湖区', null, '浙江省'],
    ['张三，86-13812345678，某处', null, null],
    ['東京都 新宿区', null, '東京都'],
    ['  ', null, null],
  ])('%s in %s is %s', (text, country, place) => {
    expect(placeOf(text, country)).toBe(place);
  });
});

describe('cityOf', () => {
  it.each([
    ['杭州市', '杭州市'],
    ['Hangzhou', 'Hangzhou'],
    ['浙江省 杭州市 西湖区', '杭州市'],
    ['浙江杭州市西湖区文三路 1 号', '杭州市'],
    ['湖北省恩施土家族苗族自治州恩施市', '恩施土家族苗族自治州'],
    ['北京朝阳区三环到四环之间', '北京市'],
    ['北京市', '北京市'],
    ['吉林市', '吉林市'],
    ['吉林省 吉林市 船营区', '吉林市'],
    ['张三，86-13812345678，浙江省 杭州市', '杭州市'],
    ['张三，86-13812345678，某处', null],
    ['', null],
  ])('%s names %s', (text, city) => {
    expect(cityOf(text)).toBe(city);
  });
});

describe('provinceByName', () => {
  it('knows the official name in both languages', () => {
    expect(provinceByName('广西壮族自治区')).toEqual({ name: '广西壮族自治区', short: '广西', english: 'Guangxi', isCity: false });
    expect(provinceByName('Texas')).toBeUndefined();
  });
});
