import type { TextColumn } from '../../table/table.ts';

/** So many different texts are looked at. */
const LOOKED_AT = 1000;
/** Fewer different ones may be kinds of customers: Consumer, Home Office. */
const ENOUGH = 8;
const MOST = 0.7;

/** Two to four words with a capital, without a digit: `Claire Gute`, `REVATHY LOGANATHAN`, `Anna-Lena von Berg`, `J. R. O'Neil`. */
const LATIN = /^\p{Lu}[\p{L}\p{M}'’.-]*(\s+(\p{Lu}[\p{L}\p{M}'’.-]*|van|von|de|der|den|di|da|la|le|el|bin|al)){1,3}$/u;
/** The hundred surnames that most people in China have, in both scripts; two to four characters in all. */
const CHINESE =
  /^[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏傅方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文欧歐][\p{Script=Han}*]{1,3}$/u;

/** Whether most of the different texts of a column read like names of people. */
export function holdsNames({ codes, dictionary }: TextColumn): boolean {
  const seen = new Set<number>();
  let names = 0;
  for (let row = 0; row < codes.length && seen.size < LOOKED_AT; row++) {
    const code = codes[row] as number;
    if (code === 0 || seen.has(code)) continue;
    seen.add(code);
    const text = (dictionary.text(code) as string).trim();
    if (LATIN.test(text) || CHINESE.test(text)) names++;
  }
  return seen.size >= ENOUGH && names >= seen.size * MOST;
}
