import { workbookKind } from '../xlsx/entries.ts';
import { isZip, readZipDirectory } from '../zip/directory.ts';
import { defineImporter } from './define.ts';

export const xlsx = defineImporter({
  id: 'xlsx',
  title: { en: 'Excel workbook', zh: 'Excel 工作簿' },
  extensions: ['xlsx', 'xlsm'],
  sniff(head, name, file) {
    if (!isZip(head)) return 0;
    const entries = readZipDirectory(file);
    // A download that broke off has no directory any more; its name still tells what it was to be.
    if (entries === null) return /\.xls[xm]$/i.test(name) ? 0.9 : 0;
    return workbookKind(entries) === 'xlsx' ? 0.99 : 0;
  },
  // Its library of number formats is large, and of no use to other files.
  parse: async (request) => (await import('../xlsx/read.ts')).readWorkbook(request),
});
