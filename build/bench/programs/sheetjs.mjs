// Argument: workbook. Prints the number of rows, and the seconds of the work alone.
import fs from 'node:fs';
import { read, utils } from '@e965/xlsx';

const start = performance.now();
const book = read(fs.readFileSync(process.argv[2]), { dense: true });
const rows = utils.sheet_to_json(book.Sheets[book.SheetNames[0]]).length;
console.log(JSON.stringify({ rows, alone: (performance.now() - start) / 1000 }));
