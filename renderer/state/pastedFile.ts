/** What was copied, as a browser hands it over. */
interface Copied {
  readonly text: string;
  readonly html: string;
}

const TABLE = /<table[\s>]/i;
/** Spreadsheets hand over the text of their cells as it is shown, and markup of which only they make sense. */
const OF_OFFICE = /urn:schemas-microsoft-com:office|google-sheets-html-origin|ProgId"? content="?(Excel|ET)\.Sheet|content="(LibreOffice|OpenOffice)/i;

/**
 * A table that was copied, as a file: that of a web page as its markup, in which a cell may have several lines; any other one as text.
 *
 * @returns `null` where nothing was copied that could be a table: one line without fields
 */
export function pastedFile({ text, html }: Copied, name: string): File | null {
  if (TABLE.test(html) && !OF_OFFICE.test(html)) return new File([html], `${name}.html`, { type: 'text/html' });
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const hasFields = text.includes('\t');
  const isJson = !hasFields && /^\s*(\[\s*)?\{/.test(text);
  if (lines.length < (hasFields || isJson ? 1 : 2)) return null;
  const ending = hasFields ? 'tsv' : isJson ? 'json' : text.includes(',') ? 'csv' : 'txt';
  return new File([text], `${name}.${ending}`, { type: 'text/plain' });
}
