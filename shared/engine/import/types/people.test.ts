import { expect, test } from 'vitest';
import { textColumn } from '../../table/table.ts';
import { holdsPeople, isCalledAfterPeople, kindOfPeople } from './people.ts';

const LATIN = ['Claire Gute', 'Darrin Van Huff', 'REVATHY LOGANATHAN', 'Anna-Lena von Berg', "J. R. O'Neil", 'María Fernández', 'Sean O’Donnell', 'Brosina Hoffman', 'Zuschuss Donatelli'];
const HAN = ['王伟', '李娜', '张三丰', '刘**', '陈静', '杨*', '黄丽华', '赵敏', '吴刚'];
const CITIES = ['New York', 'Los Angeles', 'Fort Worth', 'San Francisco', 'West Jordan', 'Fort Lauderdale', 'Des Moines', 'Orem City', 'Salt Lake'];
const GOODS = ['Black Cotton Shirt', 'Blue Denim Jacket', 'Red Silk Saree', 'White Kurta', 'Navy Wool Scarf', 'Grey Linen Pants', 'Green Tea', 'Oak Table', 'Steel Lamp'];

test.each<[string, string, readonly string[], boolean]>([
  ['names where a person is meant', 'CUSTOMER', LATIN, true],
  ['names in Chinese', '客户', HAN, true],
  ['names where nobody is meant', 'x', LATIN, false],
  ['cities', 'City', CITIES, false],
  ['goods', 'Name', GOODS, false],
  ['brands', 'Brand', LATIN, false],
  ['codes of customers', 'Customer', LATIN.map((_, i) => `C-${1000 + i}`), false],
  ['kinds of customers', 'Customer', ['Home Office', 'Small Business', 'Home Office', 'Small Business'], false],
  ['companies of several kinds', 'Client', ['WPS Energy', 'clinton', 'Mueller and Sons', 'acme inc 24', 'Purdy & Co', 'x', 'y', 'z', 'NTL1'], false],
  ['goods of a customer', '客户', ['杯子', '盘子', '实木置物架', '碗', '书桌', '台灯', '窗帘', '地毯', '花瓶'], false],
])('%s under %s', (_, name, texts, expected) => {
  expect(holdsPeople(textColumn(name, 'text', texts))).toBe(expected);
});

test.each<[string, Parameters<typeof isCalledAfterPeople>[0]['type'], boolean]>([
  ['收货地址', 'text', true],
  ['ip', 'text', true],
  ['user', 'text', true],
  ['Phone', 'int', true],
  ['Titel', 'text', false],
  ['Hotel', 'text', false],
  ['WebsiteAddress', 'text', false],
  ['Accepts Email Marketing', 'enum', false],
  ['isPrimaryReceiver', 'bool', false],
  ['Email Sent At', 'instant', false],
])('%s of the type %s', (name, type, expected) => {
  expect(isCalledAfterPeople({ name, type })).toBe(expected);
});

test.each<[string, readonly string[], string]>([
  ['CUSTOMER', LATIN, 'Names'],
  ['x', ['13812345678', '13912345679'], 'Phone numbers'],
  ['x', ['anna@example.com'], 'E-mail addresses'],
  ['联系电话', ['010-1234'], 'Phone numbers'],
  ['收货地址', ['浙江省'], 'Addresses'],
  ['ip', ['83.149.9.216'], 'IP addresses'],
  ['买家会员名', ['tb1'], 'Nicknames'],
  ['身份证号', ['1'], 'Identity numbers'],
  ['收货人姓名', ['张三'], 'Names'],
])('what %s with %j holds', (name, texts, kind) => {
  expect(kindOfPeople(textColumn(name, 'text', texts)).en).toBe(kind);
});
