import type { Importer } from './define.ts';
import { delimited } from './delimited.ts';
import { excel } from './excel.ts';

export const IMPORTERS: readonly Importer[] = Object.freeze([delimited, excel]);
