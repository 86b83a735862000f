import { isOpenDocument, kindOf } from '../excel/kind.ts';
import { fill } from '../fill.ts';
import { readOpenDocument } from '../opendocument/read.ts';
import type { ReadableFile } from '../../ports.ts';
import { defineImporter } from './define.ts';

export const opendocument = defineImporter({
  id: 'opendocument',
  title: { en: 'OpenDocument spreadsheet (ODS, FODS)', zh: 'OpenDocument 表格（ODS、FODS）' },
  extensions: ['ods', 'fods'],
  sniff: (head, _name, file) => (isOpenDocument(kindOf(head, file)) ? 0.95 : 0),
  parse: (request) => readOpenDocument(request, kindOf(headOf(request.file), request.file) === 'fods' ? 'fods' : 'ods'),
});

function headOf(file: ReadableFile): Uint8Array {
  const head = new Uint8Array(Math.min(4096, file.size));
  return head.subarray(0, fill(file, head, 0));
}
