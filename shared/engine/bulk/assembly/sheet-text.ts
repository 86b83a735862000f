// Texts of cells, with the five entities that everybody writes. Line ends, characters by their number and `_x000D_` are left to the host.

import { keepWritten, writeAt } from './cells';
import { FIVE, GT, LT, QUOTE, SIX } from './xml-bytes';

const AMPERSAND: u8 = 38;
const APOSTROPHE: u8 = 39;
/** Letters as they lie in memory, the first in the lowest byte. */
const AMP: u64 = ((<u64>0x3b) << 32) | 0x706d6126; // &amp;
const LESS: u32 = 0x3b746c26; // &lt;
const GREATER: u32 = 0x3b746726; // &gt;
const QUOT: u64 = ((<u64>0x3b74) << 32) | 0x6f757126; // &quot;
const APOS: u64 = ((<u64>0x3b73) << 32) | 0x6f706126; // &apos;

let textAt: usize = 0;
let textLength: u32 = 0;

/** Where the text that was read last lies, and how long it is. */
export function readAt(): usize {
  return textAt;
}

export function readLength(): u32 {
  return textLength;
}

/** Reads the text of a cell; answers where its closing tag begins, or the end of what is there. 0 where something in it is the host's business. */
export function readText(from: usize, end: usize): usize {
  let at = from;
  for (let byte = load<u8>(at); byte !== LT && byte !== 0; byte = load<u8>(at)) {
    if (byte === AMPERSAND) return readEscaped(from, at, end);
    if (isEscape(at, byte)) return 0;
    at++;
  }
  textAt = from;
  textLength = <u32>(at - from);
  return at;
}

/** Line ends and `_x000D_` stand for something else. */
function isEscape(at: usize, byte: u8): bool {
  return byte === 13 || (byte === 95 && load<u8>(at, 1) === 120);
}

/** A text that holds entities, the first of them at `first`. */
function readEscaped(from: usize, first: usize, end: usize): usize {
  const target = writeAt();
  memory.copy(target, from, first - from);
  let to = target + (first - from);
  let at = first;
  for (let byte = load<u8>(at); byte !== LT && byte !== 0; byte = load<u8>(at)) {
    if (isEscape(at, byte)) return 0;
    if (byte === AMPERSAND) {
      const length = entityAt(at);
      // It is cut off, or one of the rarer ones.
      if (length === 0) return at + 8 > end ? end : 0;
      store<u8>(to, entity);
      at += length;
    } else {
      store<u8>(to, byte);
      at++;
    }
    to++;
  }
  keepWritten(to);
  textAt = target;
  textLength = <u32>(to - target);
  return at;
}

/** The character that {@link entityAt} found. */
let entity: u8 = 0;

/** How long the entity here is; 0 when it is none of the five. */
function entityAt(at: usize): u32 {
  const word = load<u64>(at);
  if ((word & FIVE) === AMP) return found(AMPERSAND, 5);
  if (<u32>word === LESS) return found(LT, 4);
  if (<u32>word === GREATER) return found(GT, 4);
  if ((word & SIX) === QUOT) return found(QUOTE, 6);
  return (word & SIX) === APOS ? found(APOSTROPHE, 6) : 0;
}

function found(character: u8, length: u32): u32 {
  entity = character;
  return length;
}
