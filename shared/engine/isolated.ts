import { extractWorkbook } from './import/excel/extract.ts';
import { extractArrow } from './import/typed/extract-arrow.ts';
import type { PlainWorkbook, WorkbookInput } from './ports.ts';

/** Work on hostile bytes that a host runs where it can be ended: plain data in, plain data out. */
export function runIsolated(input: WorkbookInput): PlainWorkbook {
  return input.kind === 'arrow' ? extractArrow(input.content as Uint8Array) : extractWorkbook(input);
}
