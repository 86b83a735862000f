import type { XmlScanner } from './xml.ts';
import { type CLOSE, END, MORE, type OPEN, type TEXT } from './xml-tokens.ts';

/**
 * Hands every element and text of a part to `take`.
 *
 * @param shortcut called before each token; may move {@link XmlScanner.at} over whole elements that it knows by their bytes
 */
export async function scanPart(
  scanner: XmlScanner,
  pieces: AsyncIterable<Uint8Array>,
  take: (token: typeof OPEN | typeof CLOSE | typeof TEXT) => void,
  shortcut: (scanner: XmlScanner) => void = () => undefined,
): Promise<void> {
  const drain = () => {
    for (;;) {
      shortcut(scanner);
      const token = scanner.next();
      if (token === MORE || token === END) return;
      take(token);
    }
  };
  for await (const piece of pieces) {
    scanner.push(piece);
    drain();
  }
  scanner.finish();
  drain();
}
