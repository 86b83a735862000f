import { expect, test } from 'vitest';
import { readBytes, reconciles } from '../../../tests/support/reading.ts';

const FIRST = 'index,DATE,CUSTOMER,SKU,PCS,RATE\n0,2021-06-05,Revathy,A-1,1,616.56\n1,2021-06-06,Revathy,A-2,2,300\n';

test.each<[string, string, number[]]>([
  ['a second header in another order', `${FIRST}2,CUSTOMER,DATE,SKU,RATE,Stock\n3,Revathy,2021-06-07,A-1,616.56,8\n`, [4]],
  ['a header with other names', `${FIRST}index,DATE,CUSTOMER,SKU,Refund,Reason\n3,2021-06-07,Revathy,A-1,5,late\n`, [4]],
  ['a block under one name before it', `${FIRST}2,SKU,,,,\n3,A-1,,,,\n4,CUSTOMER,DATE,SKU,RATE,Stock\n5,Revathy,2021-06-07,A-1,616.56,8\n`, [4, 6]],
  ['the header repeated', `${FIRST}index,DATE,CUSTOMER,SKU,PCS,RATE\n3,2021-06-07,Revathy,A-1,5,7\n`, []],
  ['a lone name', `${FIRST}2,SKU,,,,\n3,A-1,,,,\n`, []],
  ['rows that all read so', 'name,unit,kind\nunit,name,kind\nkind,unit,name\n1,2,3\n', []],
  ['names among data', `${FIRST}2,2021-06-07,CUSTOMER,SKU,5,7\n`, []],
  ['numbers as names', 'size,1,2,3\na,3,1,2\nb,2,3,1\n', []],
])('%s: the rows are said and none is lost', async (_name, text, rows) => {
  // In so small a table the header with more known names would be taken for the first.
  const [table] = (await readBytes('x.csv', text, { preambleRows: 0, headerRows: 1 })).tables;
  if (table === undefined) throw new Error('no table');
  expect(reconciles(table)).toBe(true);
  const findings = table.findings.filter(({ code }) => code === 'stacked-tables');
  expect(findings.map(({ severity, where }) => [severity, where.row])).toEqual(rows.slice(0, 1).map((row) => ['warning', row]));
  for (const row of rows) expect(findings[0]?.message.zh).toContain(String(row));
});
