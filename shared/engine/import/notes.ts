/** A sentence is longer than a name. */
const FEWEST_LETTERS = 24;
const FEWEST_WORDS = 5;

/** What notes below a table begin with, in both languages. */
const BEGINS =
  /^\W{0,6}(注\s*[:：、)）\d]|注(释|意)|(说明|附注|声明|提示)(\W|$)|备注\s*[:：]|(数据|资料)来源|(导出|打印|生成|下载|制表|统计|更新|截止|截至)(时间|日期|人|于|范围|周期|口径|完毕|完成|结束)|共\s*\d|(合计|总计|总共)\s*[:：]?\s*\d|第\s*\d+\s*页|以上|(数据|报表|列表|明细)?(结束|完毕)\W*$|source\b|©|\(c\)\s|copyright\b|end of\b|end\W*$|page \d|total\b.*\d|total words\b|report (generated|created)|as of\b|notes?\s*[:：.]|disclaimer\b|generated\b|exported\b|downloaded\b|printed\b|retrieved\b)/i;
/** `制表人：张三`: a name, a colon and what it says; an address has a colon too. */
const SAYS = /^[\p{L}][\p{L}\s]{0,24}[:：](?!\/\/)\s*\S/u;
const COUNT = /^[(#*\s]{0,4}\d[\d,]* (rows?|records?|results?|items?|orders?|lines?|entries|条|行|笔|个)/i;
const RULE = /^[-=_*#~·.…+|\s]{2,}$/;
/** `#-----账务明细列表结束-----` */
const DASHED = /^#?\s*[-=_*]{4,}/;
const FOOTNOTE_MARK = /^([*※†‡]\s*|#\s+)\p{L}/u;
const SENTENCE_MARK = /[。！；，]|[a-z)][.!;]($|\s)|, /u;

/** Whether a cell says something of the table by a name and a colon. */
export const saysByName = (cell: string): boolean => SAYS.test(cell.trim());

/** Whether a lone text below a table is a note about it: who made it, when, of what, or a sentence. The name of a customer is none. */
export function looksLikeNote(cell: string): boolean {
  const text = cell.trim();
  if (BEGINS.test(text) || SAYS.test(text) || COUNT.test(text) || RULE.test(text) || DASHED.test(text) || FOOTNOTE_MARK.test(text)) return true;
  return text.length >= FEWEST_LETTERS ? SENTENCE_MARK.test(text) || text.split(/\s+/).length > FEWEST_WORDS : /[。！]$/.test(text);
}
