import { cellAt, type Table } from '../table/table.ts';
import { moneyText } from '../values/numbers.ts';
import type { Ports } from '../ports.ts';
import { toHex } from '../values/hex.ts';

const encoder = new TextEncoder();
export function sha256Text(ports: Ports, text: string): string {
  const hash = ports.sha256();
  hash.update(encoder.encode(text));
  return toHex(hash.digest());
}

export function sha256Bytes(ports: Pick<Ports, 'sha256'>, bytes: Uint8Array): string {
  const hash = ports.sha256();
  hash.update(bytes);
  return toHex(hash.digest());
}

/**
 * SHA-256 of a table as cli.md defines it: header cells `name:type` joined by U+001F, each row led by U+001E, missing is U+0000,
 * integers and money in decimal, other numbers in their shortest form.
 */
export function tableHash(ports: Ports, table: Table): string {
  const hash = ports.sha256();
  let buffer = table.columns.map((column) => `${column.name}:${column.type}`).join('\u001f');
  for (let row = 0; row < table.rows; row++) {
    buffer += `\u001e${table.columns
      .map((column) => {
        const cell = cellAt(column, row);
        if (cell === null) return '\u0000';
        return column.type === 'money' ? moneyText(cell as number) : String(cell);
      })
      .join('\u001f')}`;
    if (buffer.length > 1 << 16) {
      hash.update(encoder.encode(buffer));
      buffer = '';
    }
  }
  hash.update(encoder.encode(buffer));
  return toHex(hash.digest());
}
