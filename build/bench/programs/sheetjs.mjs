// Argument: workbook. Prints the number of rows.
import fs from 'node:fs';
import { read, utils } from '@e965/xlsx';

const book = read(fs.readFileSync(process.argv[2]), { dense: true });
console.log(utils.sheet_to_json(book.Sheets[book.SheetNames[0]]).length);
