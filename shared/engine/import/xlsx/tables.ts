import type { WorkbookPackage } from './package.ts';
import { scanPart } from './scan-part.ts';
import { OPEN } from './xml-tokens.ts';

/** Name and range of a table that a person laid over a part of a sheet. */
export async function readListObject(parts: WorkbookPackage, path: string): Promise<{ readonly name: string; readonly range: string } | null> {
  const scanner = parts.scanner(path);
  let found: { name: string; range: string } | null = null;
  await scanPart(scanner, parts.pieces(path), (token) => {
    if (token === OPEN && scanner.depth === 1) found = { name: scanner.value('displayName') ?? scanner.value('name') ?? '', range: scanner.value('ref') ?? '' };
  });
  return found;
}
