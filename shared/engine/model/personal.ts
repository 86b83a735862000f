import { normaliseHeader } from './define.ts';

// What platforms call the columns that hold a person's name, address, phone, e-mail or nickname (domain-model.md 3: buyer_ref, phone_hash,
// email_hash, and the street and receiver that are dropped at import). Provinces, cities and postcodes are no personal data.

const NAMES = ['收货人', '收件人', '提货人', '收货人/提货人', '联系人', '买家姓名', '客户姓名', '真实姓名', '姓名', 'customer', 'buyer', 'receiver', 'recipient', 'consignee'];
const NICKNAMES = [
  '买家会员名',
  '会员名',
  '会员昵称',
  '买家昵称',
  '客户网名',
  '网名',
  '昵称',
  '旺旺',
  '买家旺旺',
  '旺旺名',
  '下单帐号',
  '下单账号',
  '买家账号',
  '买家帐号',
  'buyer username',
  'username',
  'buyer nick',
];
const ADDRESSES = ['地址', '街道', '收货信息', '详细地址', '收货地址', '收件地址', '客户地址', '详细收货地址/提货地址', 'address', 'street'];
const CONTACTS = ['手机', '手机号', '电话', '固话', '固定电话', '联系手机', '联系电话', 'phone', 'mobile', 'tel', 'telephone', 'email', '邮箱', '身份证', '身份证号', '证件号码'];
const KNOWN: ReadonlySet<string> = new Set([...NAMES, ...NICKNAMES, ...ADDRESSES, ...CONTACTS].map(normaliseHeader));

const CHINESE = /(姓名|昵称|会员名|网名|旺旺名?|身份证号?|证件号码?|手机号?码?|电话(号码)?|邮箱|地址)$/;
/** Of a person in these parts: `Shipping Name` is, `Product Name` and the order number that Shopify calls `Name` are not. */
const ENGLISH =
  /^(((shipping|billing|ship to|buyer|recipient|receiver|customer|consignee|contact|ship|bill to|default address) )?(first name|last name|full name|street|street address|address ?[1-3]?|phone|phone number|mobile|telephone|e ?mail)|(shipping|billing|ship to|buyer|recipient|receiver|customer|consignee|contact) name)$/;
const NOT_A_PERSON = /(^|[^a-z])(ip|mac|url)[^a-z]*地址|网址|店铺|商品|门店|发货地址|^ip address$/;

/** Whether a column of this name holds names, addresses, contacts or nicknames of people. */
export function isPersonalHeader(header: string): boolean {
  const name = normaliseHeader(header);
  if (NOT_A_PERSON.test(name)) return false;
  return KNOWN.has(name) || CHINESE.test(name) || ENGLISH.test(name);
}
