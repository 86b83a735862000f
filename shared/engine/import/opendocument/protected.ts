import type { ParseRequest } from '../parsed.ts';
import { encrypted } from '../xlsx/errors.ts';
import { unpackEntry } from '../xlsx/entries.ts';
import { readZipDirectory } from '../zip/directory.ts';

const MANIFEST = 'META-INF/manifest.xml';

const decoder = new TextDecoder();

/**
 * Refuses protected OpenDocument, which names its protected parts in its manifest.
 *
 * @throws SuanpanError `file-encrypted`
 */
export async function refuseProtected({ file, host }: Pick<ParseRequest, 'file' | 'host'>): Promise<void> {
  const manifest = readZipDirectory(file)?.find(({ name }) => name === MANIFEST);
  if (manifest === undefined) return;
  let text = '';
  for await (const piece of unpackEntry(file, manifest, host)) text += decoder.decode(piece, { stream: true });
  if (text.includes('encryption-data')) throw encrypted(file.name);
}
