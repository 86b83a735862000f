/** A report for the preview: its markup without styles, and its styles without fonts. */
export interface LaidAside {
  readonly markup: string;
  readonly styles: readonly string[];
}

/**
 * Takes the style sheets out of a document and turns style attributes into data attributes.
 *
 * The policy of the window forbids both in markup and would complain about each; they are adopted as objects afterwards. The fonts inside
 * the document are left out: megabytes of text that the window holds as files already.
 */
export function layAside(html: string): LaidAside {
  const styles: string[] = [];
  let markup = '';
  let at = 0;
  for (;;) {
    const start = html.indexOf('<style', at);
    const open = start === -1 ? -1 : html.indexOf('>', start);
    const end = open === -1 ? -1 : html.indexOf('</style>', open);
    if (end === -1) break;
    markup += html.slice(at, start);
    styles.push(html.slice(open + 1, end).replace(/@font-face\s*\{[^}]*\}/g, ''));
    at = end + '</style>'.length;
  }
  markup += html.slice(at);
  // The document's own policy allows only fonts inside it; in the window the window's policy holds.
  markup = markup.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  return { markup: markup.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style=/gi, '$1data-css=')), styles };
}
