export interface Token {
  readonly text: string;
  readonly kind: 'bare' | 'quoted' | 'bracketed';
}

/**
 * Splits a line at its spaces; quotation marks and square brackets keep what is between them together. A quotation mark that is not
 * followed by a space closes nothing: not every server escapes them.
 */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < line.length; ) {
    const first = line[at];
    if (first === ' ' || first === '\t') {
      at++;
      continue;
    }
    const close = first === '"' ? '"' : first === '[' ? ']' : null;
    const end = close === null ? -1 : closing(line, at + 1, close);
    if (end >= 0) {
      tokens.push({ text: line.slice(at + 1, end), kind: close === '"' ? 'quoted' : 'bracketed' });
      at = end + 1;
      continue;
    }
    let stop = at;
    while (stop < line.length && line[stop] !== ' ' && line[stop] !== '\t') stop++;
    tokens.push({ text: line.slice(at, stop), kind: 'bare' });
    at = stop;
  }
  return tokens;
}

function closing(line: string, from: number, close: string): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\' && close === '"') at++;
    else if (line[at] === close && (at + 1 === line.length || line[at + 1] === ' ' || line[at + 1] === '\t')) return at;
  }
  return -1;
}
