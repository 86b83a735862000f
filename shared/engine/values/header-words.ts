import { FOREIGN_COUNT, FOREIGN_DAY, FOREIGN_ID, FOREIGN_MONEY, FOREIGN_PERSONAL } from './foreign-headers.ts';
import { simplified } from './han-fold.ts';

// What the words of a header say of its column, in English and Chinese.

const ID_HEADER =
  /(^|[\s_.#-])(id|ids|no|nr|number|code|sku|zip|postal|postcode|barcode|ean|upc|gtin|asin|phone|mobile|tel|isbn|name)($|[\s_.#)-])|(^|[a-z])(Id|ID|No|Code|Number)$|invoiceno|stockcode|编号|单号|编码|货号|款号|条码|条形码|账号|卡号|证号|身份证|手机|电话|邮编|快递号|运单$|(流水|交易|单据|票据|小票|收据|出库|入库|退货|退款|采购|结算|批|批次|凭证|发票|合同|序列|追踪|物流|会员|商户|工)号$|流水$|(^|[^人])ID$|_prefix$/i;
/** Amounts and counts, and words that merely end as codes do. */
const NOT_ID_HEADER =
  /paid$|(^|[\s_.-])(bid|aid|valid|invalid|void|grid|mid|solid|liquid|fluid|hybrid)$|数量|金额|件数|次数|人数|率|price|amount|qty|quantity|total|(^|[\s_.-])units([\s_.(-]|$)|\(#\)|leng?(th|ht)|[\s_.-]count$|(^|[\s_.-])(number|num|no\.?|nr\.?)[\s_]+of[\s_]/i;
const MONEY_HEADER =
  /金额|价格|单价|售价|实付|实收|应付|应收|货款|运费|邮费|邮资|优惠|折扣额|补贴|花费|消耗|费用|成本|佣金|服务费|退款|返点|总价|[价费额]([（(]|$)|元[)）]|price|amount|(^|[\s_.-])(amt|mrp)([\s_.-]|$)|sales|revenue|profit|cost|spen[dt]|discount amount|subtotal|^total$|(order|line|item|grand)[ _]total$|total price|shipping$|taxes|tax$|freight|payment_value|paid|refund|fee$|gmv|\((usd|cny|eur|gbp)\)/i;
const NOT_MONEY_HEADER = /数|率|次|人|count|qty|quantity|rate|ratio|score|method|status|type|at$|date|time|笔|时间|投产比|(^|[^a-z])(roas|t?acos|roi)([^a-z]|$)/i;
const PERSONAL_HEADER =
  /phone|mobile|(^|[^a-z])tel([^a-z]|$)|e-?mail|address|receiver|recipient|consignee|user ?name|(first|last|full|buyer|customer|contact|(ship|bill)(ping|ing)?( to)?) name|buyer nick|手机|电话|邮箱|地址|收货人|收件人|提货人|联系人|姓名|身份证|证件号|旺旺|会员名|昵称|网名|^user$|(^|[\s_.-])ip([\s_.-]?addr\w*)?$|(client|user|buyer|remote)[\s_.-]?ip$/i;

/** Where something is on the web, and what is asked of people or sent to them, is no personal data. */
const NOT_PERSONAL_HEADER = /website|(^|[^a-z])(url|mac)([^a-z]|$)|网址|店铺|商品|门店|发货地址|accepts|marketing|campaign|subject|consent|template|(^|[^a-z])opt(ed)?[ _-]?(in|out)/i;
/** One person is meant, whose name may stand there, or a number, a company, a kind of customers: the cells tell. */
const SOMEBODY_HEADER =
  /^(customers?|clients?|buyers?|guests?|contacts?|consignees?|recipients?|receivers?|users?|members?|(sold|shipped|ship|billed|bill) to|attn|account holder|sales ?(man|person|rep)|客户|顾客|买家|会员|用户|客人|下单人|付款人|购买人)$/i;

/** Sizes and powers, in whose cells a letter is a unit: `60W`, `4K`. */
const MEASURE_HEADER = /功率|瓦|分辨率|规格|型号|尺[码寸]|容量|power|watt|resolution|size|spec|model/i;

/** Names are compared in simplified characters; what tells equal names of one file apart is no part of them. */
const bare = (name: string): string => simplified(name).replace(/ \(\d+\)$/, '');

/** Whether a header names a code, whatever its cells look like. */
export const saysId = (name: string): boolean => isCalled(name, ID_HEADER, FOREIGN_ID) && !NOT_ID_HEADER.test(bare(name));

const isCalled = (name: string, own: RegExp, foreign: RegExp): boolean => own.test(bare(name)) || foreign.test(bare(name));

/** Questions, which yes and no answer: 是否退款, is_refunded, hasDiscount. */
const QUESTION_HEADER = /^\s*(是否|有无|(is|has)[\s_-]|(is|has)(?=[A-Z]))/;

/** Whether a header names amounts of money. */
export const saysMoney = (name: string): boolean =>
  (MONEY_HEADER.test(bare(name)) && !NOT_MONEY_HEADER.test(bare(name)) && !QUESTION_HEADER.test(bare(name))) ||
  (FOREIGN_MONEY.test(bare(name)) && !FOREIGN_COUNT.test(bare(name)) && !FOREIGN_DAY.test(bare(name)));

/** What is counted or weighed. */
const COUNT_HEADER =
  /(^|[\s_.-])(sessions?|hits?|units?|stock|inventory|discounts?|tax|age|clicks?|scores?|weight|wgt|views?|visits?|gmv|revenue|sales|cents|duration|time|times|updates?|rows?|bytes)([\s_.(-]|$)|umsatz|betrag|erlös|preis$|menge|anzahl|montant|prix$|importe$|importo$|precio$|库存|销量|访客|浏览|点击|播放|曝光|重量|年龄|时长|数$/i;

/** Whether a header names amounts or counts, which no leading zero makes a code. */
export const saysAmount = (name: string): boolean => saysMoney(name) || NOT_ID_HEADER.test(bare(name)) || (COUNT_HEADER.test(bare(name)) && !ID_HEADER.test(bare(name)));

/** A word of its own, so that neither updates nor candidates are days. */
const DAY_HEADER =
  /(^|[^a-z])(date|datetime|day|datum|fecha)([^a-z]|$)|日期|(下单|付款|支付|创建|成交|发货|收货|完成|更新|注册|出生|生效|到期|开始|结束)时间|(^|[a-z_ ])(created|updated|paid|shipped|ordered|order|payment|sale|start|end|due)[ _]?(date|time|at)$/i;
const NOT_DAY_HEADER = /毫秒|秒|\bms\b|count|to date|updated rows/i;

/** Whether a header names days. */
export const saysDay = (name: string): boolean => isCalled(name, DAY_HEADER, FOREIGN_DAY) && !NOT_DAY_HEADER.test(bare(name)) && !saysMoney(name);

/** Wider than that of days: no price and no count has ten digits by chance. */
const TIME_HEADER = /(^|[^a-z])(date|datetime|time|timestamp|ts|at)([^a-z]|$)|[a-z](At|Time|Date|Timestamp)([^a-z]|$)|timestamp|时间|日期|(^|_)gmt_?(create|modified)/;

/** Whether a header names points in time. */
export const saysTime = (name: string): boolean => TIME_HEADER.test(bare(name)) || TIME_HEADER.test(bare(name).toLowerCase());

/** Whether a header names what is measured with units. */
export const saysMeasure = (name: string): boolean => MEASURE_HEADER.test(bare(name));

/** Whether a header names people, or where to reach them. */
export const saysPersonal = (name: string): boolean => isCalled(name, PERSONAL_HEADER, FOREIGN_PERSONAL) && !NOT_PERSONAL_HEADER.test(bare(name));

/** Whether a header means a person and says nothing of what stands there of them. */
export const saysSomebody = (name: string): boolean =>
  SOMEBODY_HEADER.test(
    bare(name)
      .replace(/[\s_.-]+/g, ' ')
      .trim(),
  );
