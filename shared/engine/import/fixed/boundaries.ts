/** Share of lines that may write into a gap: a title or a total does. */
const STRAY = 0.04;
const FEWEST_LINES = 4;
const MOST_LINES = 5000;
const FILLER = '\u0000';
/** East Asian wide and full-width characters (Unicode Standard Annex 11). */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/**
 * Finds the columns of a text whose cells stand under each other, padded with blanks.
 *
 * @param lines the first lines, without those that are cut off
 * @returns where each column begins; `null` when the lines have no common gaps
 */
export function findColumns(lines: readonly string[]): number[] | null {
  const looked = lines
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES)
    .map(spread);
  if (looked.length < FEWEST_LINES || looked.some((line) => line.includes('\t'))) return null;
  const width = Math.max(...looked.map((line) => line.length));
  const blank = Array.from({ length: width }, (_, at) => looked.filter((line) => (line[at] ?? ' ') === ' ').length >= looked.length * (1 - STRAY));
  const starts: number[] = [];
  for (let at = 0; at < width; at++) if (!blank[at] && (at === 0 || blank[at - 1])) starts.push(at);
  starts.splice(0, starts.length, ...starts.map((start, i) => wordStart(looked[0] as string, start, blank, starts[i - 1] ?? -1)));
  // One blank that the header does not have a name behind is a blank inside of a cell.
  const kept = starts.filter((start, i) => i === 0 || pieces(looked[0] as string, starts)[i] !== '' || !blank[start - 1] || blank[start - 2]);
  return kept.length < 2 || !isTable(looked, kept) ? null : kept;
}

/** Words of a running text fall into common gaps by chance; the cells of a table do so in nearly every line. */
function isTable(lines: readonly string[], starts: readonly number[]): boolean {
  const filled = lines.filter((line) => pieces(line, starts).filter((cell) => cell !== '').length >= Math.max(2, starts.length * 0.6)).length;
  // Two columns prove little: their gap has to be a wide one.
  const wide = starts.length > 2 || lines.every((line) => line.length <= (starts[1] as number) || /\s{2,}$/.test(line.slice(0, starts[1])));
  return wide && filled >= lines.length * 0.8;
}

const pieces = (wide: string, starts: readonly number[]) =>
  starts.map((start, i) =>
    wide
      .slice(i === 0 ? 0 : start, starts[i + 1])
      .replaceAll(FILLER, '')
      .trim(),
  );

/** A name longer than all numbers below it begins before them: its column does so too, where nothing else stands. */
function wordStart(header: string, start: number, blank: readonly boolean[], before: number): number {
  let at = start;
  while (at - 1 > before && blank[at - 1] && isInk(header[at - 1]) && isInk(header[at])) at--;
  return isInk(header[at - 1]) && isInk(header[at]) ? start : at;
}

const isInk = (char: string | undefined): boolean => char !== undefined && /\S/.test(char);

/**
 * The cells of a line, without their padding. A name wider than its column pushes the next ones on: where a column begins inside of a
 * word, the words are the cells if there are as many. Otherwise the word is not cut: it is the number of the column that would have none,
 * reaching to the left, or the end of the text before.
 */
export function cut(line: string, starts: readonly number[]): string[] {
  const wide = spread(line);
  const isInside = (start: number) => isInk(wide[start - 1]) && isInk(wide[start]);
  if (!starts.some(isInside)) return pieces(wide, starts);
  const words = line.trim().split(/\s+/);
  if (words.length === starts.length) return words;
  const own: number[] = [];
  for (const [i, start] of starts.entries()) {
    if (i === 0 || !isInside(start)) {
      own.push(Math.max(start, own.at(-1) ?? 0));
      continue;
    }
    let from = start;
    let end = start;
    while (isInk(wide[from - 1])) from--;
    while (isInk(wide[end])) end++;
    const left = own[i - 1] as number;
    const isLast = wide.slice(end, Math.max(end, starts[i + 1] ?? wide.length)).trim() === '';
    own.push(isLast && from > left ? from : Math.max(end, left));
  }
  return pieces(wide, own);
}

/** Wide characters take two places, on screen as in the bytes of GBK. */
function spread(line: string): string {
  return line.replace(WIDE, `$&${FILLER}`);
}
