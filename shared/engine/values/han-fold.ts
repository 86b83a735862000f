/** Traditional characters of column names, each followed by its simplified form. */
const PAIRS =
  '訂订單单編编號号買买賣卖傢家實实際际應应貨货額额運运費费優优創创時时間间狀状態态確确認认類类種种數数規规標标題题價价稱称備备註注發发簽签倉仓庫库帳账帐账匯汇總总計计時时覽览訪访轉转換换關关點点擊击現现廣广劃划紅红積积預预購购達达暱昵聯联絡络電电話话郵邮遞递員员會会碼码區区縣县詳详細细貼贴補补償偿結结餘余歷历業业務务說说終终開开閉闭訖讫進进階阶級级齡龄與与幣币種种稅税選选項项參参評评論论樣样內内幾几對对該该資资產产銷销統统鋪铺領领張张獲获訊讯鏈链簡简瀏浏圖图錄录層层網网頁页動动壓压達达紀纪錯错誤误願愿責责維维護护賠赔證证據据臺台萬万億亿';

const SIMPLIFIED = new Map(Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[i * 2] as string, PAIRS[i * 2 + 1] as string]));
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** A name in simplified characters; 帳 and 帐 become 账, which the same platform writes for the other. */
export const simplified = (text: string): string => text.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) as string);
