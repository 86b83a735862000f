import type { Importer } from './define.ts';
import { archive } from './archive.ts';
import { delimited } from './delimited.ts';
import { excel } from './excel.ts';
import { json } from './json.ts';

export const IMPORTERS: readonly Importer[] = Object.freeze([archive, delimited, excel, json]);
