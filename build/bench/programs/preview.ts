// Arguments: folder of the built program, workspace to make, file. Looks at the file as the import dialog does, and once more after each of a
// few choices; prints the milliseconds from each request to its reply, as JSON.
import type { ImportOptions } from '#contract/documents';
import { runningApp } from './running-app.ts';

const [out = '', workspace = '', file = ''] = process.argv.slice(2);
const { engine, stop } = runningApp(out);
await engine.call('workspace.create', { name: 'bench', path: workspace });

const look = async (options?: ImportOptions) => {
  const start = performance.now();
  const { tables } = await engine.call('import.inspect', { source: { kind: 'path', path: file }, ...(options !== undefined && { options }) });
  return { took: performance.now() - start, column: tables[0]?.columns[0]?.name ?? '' };
};
const { took: first, column } = await look();
const choices: ImportOptions[] = [{ types: { [column]: 'text' } }, { headerRows: 2 }, { preambleRows: 3 }, { dateOrder: 'dmy' }, { decimal: ',' }, { headerRows: 0 }, { footerRows: 2 }, {}];
const again: number[] = [];
for (const options of choices) again.push((await look(options)).took);
console.log(JSON.stringify({ first, again }));
await stop();
