import { CHINESE_SIMPLIFIED, CHINESE_TRADITIONAL, JAPANESE_TEXT, KOREAN_TEXT } from './characters.ts';

const LOOKED_AT = 256 << 10;
const ALPHABETIC = /^[\u00A0-\u017F\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Thai}\u2010-\u203A€]+$/u;
const EAST_ASIAN = [CHINESE_SIMPLIFIED, CHINESE_TRADITIONAL, JAPANESE_TEXT, KOREAN_TEXT];
/** Frequent characters cost less; any three letters of plain text are a Han character as likely as not. */
const EVERYDAY = -9;
const ESCAPE = String.fromCharCode(27);
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const decoder = new TextDecoder('latin1');

/** Encodings that write everything in seven-bit bytes: ISO-2022 by its escape sequences, HZ and UTF-7 by theirs. */
export function escapedEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, LOOKED_AT);
  if (!isSevenBit(sample)) return null;
  if (sample.includes(27)) {
    const sequences = decoder.decode(sample).split(ESCAPE).slice(1);
    if (sequences.some((sequence) => sequence.startsWith('$)C'))) return 'iso-2022-kr';
    if (sequences.some((sequence) => /^\$[)*+][A-M]/.test(sequence))) return 'iso-2022-cn';
    if (sequences.some((sequence) => /^(\$[@B]|\$\([DPQ]|\([JI])/.test(sequence))) return 'iso-2022-jp';
  }
  if (sample.includes(0x7e) && isHz(decoder.decode(sample))) return 'hz-gb-2312';
  if (sample.includes(0x2b) && isUtf7(decoder.decode(sample))) return 'utf-7';
  return null;
}

function isSevenBit(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80 || byte === 0) return false;
  return true;
}

/** `~{` and `~}` around pairs of bytes that are characters of GB 2312. */
function isHz(text: string): boolean {
  const inside = [...text.matchAll(/~\{([^~\r\n]*)~\}/g)].map(([, pairs]) => pairs as string);
  return inside.length > 0 && inside.every((pairs) => pairs.length >= 2 && /^([!-)0-w][!-~])+$/.test(pairs));
}

/** `+` and `-` around base64 of UTF-16. Every plus sign has to be of that kind: telephone numbers have them too. */
function isUtf7(text: string): boolean {
  const runs = [...text.matchAll(/\+([A-Za-z0-9/]*)(-?)/g)].filter(([all]) => all !== '+-');
  const words = runs.map(([, base64, end]) => ({ word: utf7Word(base64 as string), ended: end === '-' }));
  return words.length > 0 && words.every(({ word, ended }) => word !== null && (ALPHABETIC.test(word) ? ended || word.length > 1 : isEverydayHan(word)));
}

function isEverydayHan(word: string): boolean {
  const costs = [...word].map((character) => Math.max(...EAST_ASIAN.map((model) => model.cost(character, false))));
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length > EVERYDAY;
}

function utf7Word(base64: string): string | null {
  const rest = (base64.length * 6) % 16;
  if (base64.length < 3 || rest >= 6 || /^\d+$/.test(base64)) return null;
  let word = '';
  let bits = 0;
  let held = 0;
  for (const character of base64) {
    bits = ((bits << 6) | BASE64.indexOf(character)) & 0x3fffff;
    held += 6;
    if (held < 16) continue;
    held -= 16;
    word += String.fromCharCode((bits >> held) & 0xffff);
  }
  return (bits & ((1 << held) - 1)) === 0 ? word : null;
}
